import { addresses } from '../../../backends/kafka/description/addresses';
import type { Inventory } from '../../../model/inventory';
import { inventoryAfterDeploy } from '../../../workflows/deploy/record';
import type { StackResult } from '../../../workflows/terraform/deploy-result';

const topic = { cluster: 'main', shard: 'shop', partitions: 1, cleanup: 'delete' };
const seller = { cluster: 'main', shard: 'shop' };
const before: Inventory = {
  topics: { 'orders.old': topic, 'other.team': { ...topic, shard: 'other' } },
  applications: {},
};
const shard = {
  name: 'local-main-shop',
  key: 'shop',
  cluster: { name: 'main', addresses },
  inventory: { topics: { 'orders.a': topic, 'orders.b': topic, 'orders.c': topic }, applications: { seller } },
} as unknown as Parameters<typeof inventoryAfterDeploy>[1][number];
const after = (more: Partial<StackResult>) =>
  inventoryAfterDeploy(
    before,
    [shard],
    [{ stack: 'local-main-shop', status: 'failed', applied: [], seconds: 0, log: '', ...more }],
  );

test.each(['applied', 'unchanged'] as const)('a stack that is %s exists as it is described', (status) => {
  expect(Object.keys(after({ status }).topics)).toEqual(['orders.a', 'orders.b', 'orders.c', 'other.team']);
});

test('of a stack that failed, what was applied exists, and what was there before stays', () => {
  const { topics, applications } = after({ applied: ['kafka_topic.orders_a'], untouched: ['kafka_topic.orders_b'] });
  expect(Object.keys(topics)).toEqual(['orders.a', 'orders.b', 'orders.old', 'other.team']);
  expect(applications).toEqual({ seller });
});

test.each(['failed', 'refused', 'planned', 'not begun'] as const)(
  'a stack that is %s without a change leaves it as it was',
  (status) => {
    expect(after({ status })).toBe(before);
  },
);
