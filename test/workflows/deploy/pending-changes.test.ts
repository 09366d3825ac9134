import { changesOf } from '../../../workflows/deploy/pending-changes';
import type { ObjectResult } from '../../../workflows/kubernetes/result';
import type { StackResult } from '../../../workflows/terraform/deploy-result';

const stack = (name: string, more: Partial<StackResult>): StackResult => ({
  ...{ stack: name, status: 'planned', applied: [], seconds: 1, log: 'a.log' },
  ...more,
});
const object = (more: Partial<ObjectResult>) =>
  ({
    address: 'KafkaTopic/orders',
    namespace: 'kafka',
    action: 'create',
    status: 'planned',
    fields: [],
    ...more,
  }) as ObjectResult;
const of = (stacks: readonly StackResult[], objects: readonly ObjectResult[] = []) =>
  changesOf({
    stacks,
    kubernetes: {
      context: { name: 'a', server: 'b' },
      judgement: { verdict: 'safe', changes: [] },
      objects,
      seconds: 1,
    },
  });

test('what would change is named with how, by stack and by namespace', () => {
  const planned = ['kafka_topic.orders: create', 'kafka_acl.shop: delete'];
  expect(of([stack('main', { planned })], [object({})])).toEqual([
    'main: kafka_topic.orders: create',
    'main: kafka_acl.shop: delete',
    'KafkaTopic/orders in kafka: create',
  ]);
});

test('what stays is not, nor what is left behind', () => {
  const objects = [object({ action: 'unchanged', status: 'unchanged' }), object({ action: 'leave', status: 'left' })];
  expect(of([stack('main', { status: 'unchanged', planned: [] })], objects)).toEqual([]);
});

test('a stack that waits for another may change, and so does one of which only outputs do', () => {
  expect(of([stack('main', { planned: [] }), stack('main-orders', { status: 'not begun' })])).toEqual([
    'main: outputs',
    'main-orders: after what it depends on',
  ]);
});
