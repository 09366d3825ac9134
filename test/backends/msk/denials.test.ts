/** Denials and operators on Amazon MSK, decided by an evaluator of IAM's rules; AWS itself is not asked. */
import { dataPlaneOf } from '../../../backends/terraform';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { arnsOf, policiesOf } from '../../support/granted';
import { decide } from '../../support/iam-evaluator';
import { synthesized } from '../../support/synthesize';
import { mskCluster } from './cluster';

const arns = arnsOf('test-main');
const resources = ['topic', 'group', 'transactional-id'] as const;
const arnOf = (resource: string) => {
  const [type = '', name] = resource.split('/');
  if (type === 'cluster') return arns.cluster;
  if (!resources.some((one) => one === type)) throw new Error(`no resource is a ${type}`);
  return `${arns.cluster.replace(':cluster/', `:${type}/`)}/${name}`;
};
function asked(application: string, changes: Readonly<Record<string, unknown>>) {
  const { shards } = resolve(changed<Description>(small, { 'clusters.main': mskCluster, ...changes }));
  const policies = shards.flatMap((shard) =>
    policiesOf(
      synthesized((stack) => dataPlaneOf(shard.cluster).place(stack, shard)),
      application,
      arns,
    ),
  );
  return (action: string, resource: string) =>
    decide(policies, { action: `kafka-cluster:${action}`, resource: arnOf(resource), context });
}
/** The moment of the request, which IAM always knows: the day on which descriptions are judged here. */
const context = { 'aws:CurrentTime': '2026-11-21T12:00:00Z' };
const operator = (said: object) => ({ operators: { oncall: { owner: 'orders', ...said } } });

describe('what is denied wins', () => {
  const streaming = asked('counter', {
    'platform.topics[orders.counted]': { owner: 'orders' },
    'platform.applications.counter': {
      owner: 'orders',
      consumes: { 'orders.created': {} },
      produces: { 'orders.counted': {} },
      streams: {},
      denies: [
        { topic: 'counter-totals', prefix: true, operations: ['Delete'] },
        { topic: 'counter-audit', operations: ['Read'] },
      ],
    },
  });

  test('over a prefix that allows it, on each topic that begins so', () => {
    expect(streaming('DeleteTopic', 'topic/counter-totals-changelog')).toBe('explicitly denied');
    expect(streaming('DeleteTopic', 'topic/counter-store-changelog')).toBe('allowed');
  });

  test('and takes nothing but itself: who may not read still sees the topic, as on brokers with ACLs', () => {
    expect(streaming('ReadData', 'topic/counter-audit')).toBe('explicitly denied');
    expect(streaming('DescribeTopic', 'topic/counter-audit')).toBe('allowed');
    expect(streaming('WriteData', 'topic/counter-audit')).toBe('allowed');
  });

  test('all of a topic takes each of its actions from who may do everything', () => {
    const oncall = asked(
      'oncall',
      operator({
        role: 'break-glass',
        reason: 'INC-4711',
        until: '2026-11-23',
        denies: [{ topic: 'orders.created', operations: ['All'] }],
      }),
    );
    const actions = ['ReadData', 'WriteData', 'CreateTopic', 'DeleteTopic', 'AlterTopic', 'DescribeTopic'];
    for (const action of actions) {
      expect([action, oncall(action, 'topic/orders.created')]).toEqual([action, 'explicitly denied']);
      expect([action, oncall(action, 'topic/orders.paid')]).toEqual([action, 'allowed']);
    }
    expect(oncall('WriteDataIdempotently', 'cluster')).toBe('allowed');
  });

  test('a denied write lets nobody produce idempotently', () => {
    const reader = asked('billing', {
      'platform.applications.billing': {
        owner: 'orders',
        consumes: { 'orders.created': {} },
        denies: [{ topic: 'orders.created', operations: ['Write'] }],
      },
    });
    expect(reader('WriteDataIdempotently', 'cluster')).toBe('implicitly denied');
  });
});

describe('an administrator', () => {
  const oncall = asked('oncall', operator({ role: 'admin' }));

  test.each([
    ['CreateTopic', 'topic/new'],
    ['DeleteTopic', 'topic/orders.created'],
    ['AlterTopicDynamicConfiguration', 'topic/orders.created'],
    ['DeleteGroup', 'group/billing'],
    ['AlterCluster', 'cluster'],
    ['Connect', 'cluster'],
  ])('may %s on %s', (action, resource) => expect(oncall(action, resource)).toBe('allowed'));

  test.each([
    ['ReadData', 'topic/orders.created'],
    ['WriteData', 'topic/orders.created'],
    ['WriteDataIdempotently', 'cluster'],
  ])('may not %s on %s', (action, resource) => expect(oncall(action, resource)).toBe('implicitly denied'));
});

test('who only reads sees everything and changes nothing', () => {
  const oncall = asked('oncall', operator({ role: 'read-only' }));
  expect(oncall('DescribeTopic', 'topic/orders.created')).toBe('allowed');
  expect(oncall('DescribeGroup', 'group/billing')).toBe('allowed');
  for (const action of ['AlterTopic', 'ReadData', 'DeleteTopic'])
    expect([action, oncall(action, 'topic/orders.created')]).toEqual([action, 'implicitly denied']);
  expect(oncall('AlterGroup', 'group/billing')).toBe('implicitly denied');
});
