import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';

/** The small description with a second cluster to which everything is copied. */
const mirrored = (changes: Readonly<Record<string, unknown>> = {}): Description =>
  changed<Description>(small, {
    'clusters.standby': { backend: 'kafka', brokers: 2, authentication: ['mtls', 'scram-sha-512'] },
    'replications.orders-standby': { owner: 'orders', from: 'main', to: 'standby' },
    ...changes,
  });
const replicationOf = (description: Description) => resolve(description).replications.get('orders-standby');
const problems = (description: unknown) =>
  compileDescription(description).problems.map(({ code, path }) => `${code} ${path}`);

const counting = {
  'platform.topics[orders.counted]': { owner: 'orders' },
  'platform.applications.counter': {
    owner: 'orders',
    consumes: { 'orders.created': {} },
    produces: { 'orders.counted': {} },
    streams: {},
  },
  'platform.applications.audit': { owner: 'orders', consumes: { 'orders.counted': { group: 'auditors' } } },
};

describe('what is copied', () => {
  test('is every topic of the source, dead letters too, and none that goes', () => {
    const removed = { reason: 'nobody reads it', until: '2027-01-01', data: 'keep' };
    const description = mirrored({ 'platform.topics[orders.gone]': { owner: 'orders', removed } });
    expect(replicationOf(description)?.topics).toEqual(['orders.created', 'orders.created.billing.dlq']);
  });

  test('is what the replication names, where it names any', () => {
    const description = mirrored({ ...counting, 'replications.orders-standby.topics': ['orders.counted'] });
    expect(replicationOf(description)?.topics).toEqual(['orders.counted']);
  });

  test('are the offsets of the groups that consume it, except those of Kafka Streams', () => {
    expect(replicationOf(mirrored(counting))?.groups).toEqual(['auditors', 'billing']);
    const one = mirrored({ ...counting, 'replications.orders-standby.topics': ['orders.counted'] });
    expect(replicationOf(one)?.groups).toEqual(['auditors']);
  });

  test('has as many replicas as the target has brokers, at most three', () => {
    expect(replicationOf(mirrored())?.replicationFactor).toBe(2);
    expect(replicationOf(mirrored({ 'clusters.standby.brokers': 6 }))?.replicationFactor).toBe(3);
  });
});

describe('MirrorMaker', () => {
  test('is a user on each side, in the shard of its owner, with the first way to prove itself that it knows', () => {
    const { applications, shards } = resolve(mirrored());
    expect(applications.get('orders-standby-source')).toMatchObject({
      cluster: 'main',
      owner: 'orders',
      authentication: 'scram-sha-512',
      workload: { kind: 'replication', name: 'orders-standby', side: 'source' },
    });
    expect(applications.get('orders-standby-target')).toMatchObject({ cluster: 'standby', authentication: 'mtls' });
    expect(shards.map(({ name }) => name)).toEqual(['test-main-orders', 'test-standby-orders']);
  });

  test('only reads at the source', () => {
    const { permissions } = resolve(mirrored());
    const source = permissions.filter(({ application }) => application === 'orders-standby-source');
    expect(
      source.map(({ operation, resourceType, resourceName }) => `${operation} ${resourceType} ${resourceName}`),
    ).toEqual([
      'Describe Group billing',
      'DescribeConfigs Topic orders.created',
      'Read Topic orders.created',
      'DescribeConfigs Topic orders.created.billing.dlq',
      'Read Topic orders.created.billing.dlq',
    ]);
  });

  test('is granted nothing by prefix, nothing on a cluster, and at the target only its own topics and the copies', () => {
    const { permissions } = resolve(mirrored());
    const target = permissions.filter(({ application }) => application === 'orders-standby-target');
    expect(new Set(target.map(({ patternType }) => patternType))).toEqual(new Set(['Literal']));
    expect([...new Set(target.map(({ resourceType, resourceName }) => `${resourceType} ${resourceName}`))]).toEqual([
      'Group billing',
      'Group mm2-orders-standby',
      'Topic main.checkpoints.internal',
      'Topic main.orders.created',
      'Topic main.orders.created.billing.dlq',
      'Topic mm2-configs.orders-standby.internal',
      'Topic mm2-offset-syncs.main.internal',
      'Topic mm2-offsets.orders-standby.internal',
      'Topic mm2-status.orders-standby.internal',
    ]);
    expect(new Set(target.map(({ from }) => from))).toEqual(new Set(["replications['orders-standby']"]));
  });

  test('may not be configured as an application of the platform', () => {
    const description = mirrored({ 'overrides.applications.orders-standby-source': { instances: 2 } });
    expect(problems(description)).toEqual(["KFK-E001 overrides.applications['orders-standby-source']"]);
  });

  test('has a password that is rotated like any other', () => {
    const { shards } = resolve(mirrored({ 'secrets.versions': { 'orders-standby-source': 2 } }));
    const [main] = shards.filter(({ cluster }) => cluster.name === 'main');
    const principal = main?.principals.find(({ application }) => application.workload);
    expect(principal?.credential).toMatchObject({ name: 'main/orders-standby-source', version: 2 });
  });
});

describe('placement', () => {
  test('the only cluster that does not stand by holds what says no cluster', () => {
    const { topics, applications } = resolve(mirrored());
    expect([...topics.values()].map(({ cluster }) => cluster)).toEqual(['main', 'main']);
    expect(applications.get('shop')?.cluster).toBe('main');
  });

  test('with two clusters that do not stand by, everything says where it is', () => {
    expect(problems(mirrored({ 'clusters.other': { backend: 'kafka' } }))).toContain(
      "KFK-P001 topics['orders.created'].cluster",
    );
  });
});

describe('a mistake in a replication is told once', () => {
  test.each([
    ['an owner that nobody is', { 'replications.orders-standby.owner': 'order' }, 'owner', 'KFK-O001'],
    ['a cluster that is not there', { 'replications.orders-standby.from': 'mian' }, 'from', 'KFK-R001'],
    ['no instance', { 'replications.orders-standby.instances': 0 }, 'instances', 'KFK-R009'],
    ['a cluster that cannot be mirrored', { 'clusters.main.features': { mirroring: false } }, 'from', 'KFK-C001'],
    ['a missing field', { 'replications.orders-standby.to': undefined }, 'to', 'KFK-S003'],
    ['no duration', { 'replications.orders-standby.rpo': 'soon' }, 'rpo', 'KFK-S002'],
  ])('%s', (_, change, field, code) => {
    expect(problems(mirrored(change))).toEqual([`${code} replications['orders-standby'].${field}`]);
  });

  test('a way back over a third cluster names every step', () => {
    const { problems: found } = compileDescription(
      mirrored({
        'clusters.archive': { backend: 'kafka' },
        'replications.on': { owner: 'orders', from: 'standby', to: 'archive' },
        'replications.back': { owner: 'orders', from: 'archive', to: 'main' },
      }),
    );
    const loops = found.filter(({ code }) => code === 'KFK-R002').map(({ problem }) => problem);
    expect(loops).toContain("records would come back: 'main' → 'standby' → 'archive' → 'main'");
    expect(loops).toHaveLength(3);
  });
});
