import { memberLabel } from '../../../workflows/kubernetes/applyset';
import { judgeChange, judgeLeaving, type KubernetesJudgeContext } from '../../../workflows/kubernetes/judge';
import type { LiveObject } from '../../../workflows/kubernetes/object';

const context = (more: Partial<KubernetesJudgeContext> = {}): KubernetesJudgeContext => ({
  disposable: false,
  approvals: [],
  today: '2026-11-21',
  removals: new Map(),
  ...more,
});
const approval = (code: string, address: string, expires = '2026-12-31') => ({
  approvals: [{ code, address, reason: 'nobody reads it', owner: 'orders', expires }],
});
const object = (
  kind: string,
  { spec, ...metadata }: Partial<LiveObject['metadata']> & { readonly spec?: LiveObject['spec'] } = {},
  apiVersion = 'kafka.strimzi.io/v1',
): LiveObject => ({ apiVersion, kind, metadata: { name: 'orders', namespace: 'kafka', ...metadata }, spec });
const topic = (spec: LiveObject['spec'], metadata: Partial<LiveObject['metadata']> = {}) =>
  object('KafkaTopic', { spec, ...metadata });
const unmanaged = { annotations: { 'strimzi.io/managed': 'false' } };

describe('a topic that changes', () => {
  const long = topic({ partitions: 3, config: { 'retention.ms': 2000 } });
  const short = topic({ partitions: 3, config: { 'retention.ms': 1000 } });

  test('is nobody’s concern when nothing is lost', () => {
    expect(judgeChange(short, topic({ partitions: 6, config: { 'retention.ms': 2000 } }), context())).toEqual([]);
  });

  test('and loses records needs the second key', () => {
    expect(judgeChange(long, short, context())).toMatchObject([{ code: 'KFK-D006', verdict: 'destructive' }]);
    expect(judgeChange(long, short, context({ disposable: true }))).toMatchObject([{ verdict: 'review' }]);
    expect(judgeChange(long, short, context(approval('KFK-D006', 'KafkaTopic/orders')))).toMatchObject([
      { verdict: 'review' },
    ]);
    expect(judgeChange(long, short, context(approval('KFK-D006', 'KafkaTopic/orders', '2026-11-20')))).toMatchObject([
      { verdict: 'destructive' },
    ]);
  });

  test('and that the operator leaves alone loses nothing', () => {
    expect(judgeChange(long, topic({ partitions: 1, config: {} }, unmanaged), context())).toEqual([]);
  });

  test('to fewer partitions is refused, whatever is approved', () => {
    expect(
      judgeChange(topic({ partitions: 6 }), topic({ partitions: 3 }), context({ disposable: true })),
    ).toMatchObject([{ code: 'KFK-D010', verdict: 'destructive' }]);
  });

  test('of cluster begins empty there', () => {
    const on = (cluster: string) => topic({ partitions: 1 }, { labels: { 'strimzi.io/cluster': cluster } });
    expect(judgeChange(on('main'), on('standby'), context())).toMatchObject([
      { code: 'KFK-D002', verdict: 'destructive' },
    ]);
  });
});

describe('a pool that changes', () => {
  const pool = (...volumes: object[]) =>
    object('KafkaNodePool', { spec: { storage: { type: 'jbod', volumes } }, labels: { [memberLabel]: 'ours' } });
  const volume = (id: number, size: string) => ({ id, type: 'persistent-claim', size });

  test('may grow its volumes and get more', () => {
    expect(judgeChange(pool(volume(0, '1Gi')), pool(volume(0, '2Ti'), volume(1, '1Gi')), context())).toEqual([]);
  });

  test('may not shrink one', () => {
    expect(judgeChange(pool(volume(0, '1Ti')), pool(volume(0, '900Gi')), context())).toMatchObject([
      { code: 'KFK-D010', problem: expect.stringContaining('from 1Ti to 900Gi') },
    ]);
    const one = (size: string) =>
      object('KafkaNodePool', { spec: { storage: volume(0, size) }, labels: { [memberLabel]: 'ours' } });
    expect(judgeChange(one('2Gi'), one('1Gi'), context())).toMatchObject([{ code: 'KFK-D010' }]);
  });

  test('needs two keys to lose one', () => {
    const [before, after] = [pool(volume(0, '1Gi'), volume(1, '1Gi')), pool(volume(0, '1Gi'))];
    expect(judgeChange(before, after, context())).toMatchObject([{ code: 'KFK-D001', verdict: 'destructive' }]);
    expect(judgeChange(before, after, context(approval('KFK-D001', 'KafkaNodePool/orders')))).toMatchObject([
      { verdict: 'review' },
    ]);
  });
});

test('a Kafka that somebody else applied restarts once for its new label, and is told so', () => {
  expect(judgeChange(object('Kafka'), object('Kafka'), context())).toMatchObject([
    { code: 'KFK-D012', verdict: 'review' },
  ]);
  const ours = object('Kafka', { labels: { [memberLabel]: 'ours' } });
  expect(judgeChange(ours, ours, context())).toEqual([]);
});

describe('what left the description', () => {
  const protect = {
    annotations: {
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    },
  };

  test('is deleted where no data is in it, and told', () => {
    expect(judgeLeaving(object('Deployment', {}, 'apps/v1'), context())).toMatchObject({
      fate: 'delete',
      finding: { code: 'KFK-D004', verdict: 'review' },
    });
  });

  test('a user goes although GitOps controllers must leave it: access never outlives the description', () => {
    expect(judgeLeaving(object('KafkaUser', protect), context())).toMatchObject({ fate: 'delete' });
  });

  test.each([
    ['is described with no word', context({ disposable: true })],
    ['has only the first key', context({ removals: new Map([['KafkaTopic/orders', { data: 'destroy' }]]) })],
    ['has only the second key', context(approval('KFK-D001', 'KafkaTopic/orders'))],
  ])('a topic that %s stops the deploy', (_, keys) => {
    expect(judgeLeaving(topic({}, protect), keys).finding).toMatchObject({ code: 'KFK-D001', verdict: 'destructive' });
  });

  test('a topic with both keys goes', () => {
    const removals = new Map([['KafkaTopic/orders', { data: 'destroy' as const }]]);
    expect(judgeLeaving(topic({}), context({ removals, disposable: true }))).toMatchObject({
      fate: 'delete',
      finding: { verdict: 'review' },
    });
  });

  test('the object of a topic that is left alone goes, and its records stay', () => {
    expect(judgeLeaving(topic({}, unmanaged), context())).toEqual({
      object: topic({}, unmanaged),
      fate: 'delete',
    });
  });

  test.each([
    ['Kafka', 'kafka.strimzi.io/v1'],
    ['KafkaNodePool', 'kafka.strimzi.io/v1'],
    ['PersistentVolumeClaim', 'v1'],
    ['Namespace', 'v1'],
    ['CustomResourceDefinition', 'apiextensions.k8s.io/v1'],
  ])('%s is left behind, also where the environment is disposable, until an approval names it', (kind, apiVersion) => {
    const there = object(kind, {}, apiVersion);
    expect(judgeLeaving(there, context({ disposable: true }))).toMatchObject({
      fate: 'leave',
      finding: { code: 'KFK-D011', verdict: 'review' },
    });
    expect(judgeLeaving(there, context(approval('KFK-D001', `${kind}/orders`)))).toMatchObject({ fate: 'delete' });
  });

  test('a pool goes when its last node has gone', () => {
    const pool = (replicas: number, running: number): LiveObject => ({
      ...object('KafkaNodePool', { spec: { replicas } }),
      status: { replicas: running },
    });
    expect(judgeLeaving(pool(0, 0), context())).toMatchObject({ fate: 'delete', finding: { code: 'KFK-D004' } });
    expect(judgeLeaving(pool(0, 1), context())).toMatchObject({ fate: 'leave' });
    expect(judgeLeaving(pool(1, 0), context())).toMatchObject({ fate: 'leave' });
  });

  test('whatever is marked as never pruned is left behind', () => {
    expect(judgeLeaving(object('ConfigMap', protect, 'v1'), context())).toMatchObject({ fate: 'leave' });
  });
});
