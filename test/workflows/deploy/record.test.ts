import { addresses } from '../../../backends/kafka/description/addresses';
import { addresses as strimziAddresses } from '../../../backends/strimzi/description/addresses';
import type { Inventory } from '../../../model/inventory';
import { inventoryAfterDeploy, inventoryAfterObjects } from '../../../workflows/deploy/record';
import type { ObjectStatus } from '../../../workflows/kubernetes/result';
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

describe('Kubernetes objects', () => {
  const record = { backend: 'strimzi', version: '4.2.0', pools: {} };
  const main = { name: 'main', life: 'owned', appliedBy: 'kubernetes', addresses: strimziAddresses, record };
  const resolved = {
    clusters: new Map([['main', main]]),
    shards: [{ ...shard, cluster: main }],
  } as unknown as Parameters<typeof inventoryAfterObjects>[1];
  const object = (name: string, status: ObjectStatus) => ({
    unit: 'main',
    address: `KafkaTopic/${name}`,
    identity: name,
    action: 'create' as const,
    status,
    fields: [],
  });
  const afterObjects = (...objects: ReturnType<typeof object>[]) =>
    inventoryAfterObjects(before, resolved, { objects });

  test('that are all there exist as they are described, with their cluster', () => {
    const { topics, clusters } = afterObjects(object('orders.a', 'applied'), object('orders.b', 'unchanged'));
    expect(Object.keys(topics)).toEqual(['orders.a', 'orders.b', 'orders.c', 'other.team']);
    expect(clusters).toEqual({ main: record });
  });

  test('of which some failed exist as far as they were applied', () => {
    const { topics, clusters } = afterObjects(object('orders.a', 'applied'), object('orders.b', 'failed'));
    expect(Object.keys(topics)).toEqual(['orders.a', 'orders.old', 'other.team']);
    expect(clusters).toBeUndefined();
  });

  test('of which none was applied leave it as it was', () => {
    expect(afterObjects(object('orders.a', 'planned'))).toBe(before);
  });
});
