import { compileDescription, resolve } from '../../support/describe';
import { archive, capture, connector, described, may, pipeline } from './pipeline';

describe("a Connect cluster's user", () => {
  test('may make, fill and read its own three topics, and read its own group; nothing else, and nothing on the cluster', () => {
    const { permissions } = resolve(described(pipeline));
    const own = permissions.filter(({ application }) => application === 'pipeline');
    const topics = ['configs', 'offsets', 'status'].flatMap((what) =>
      ['Create', 'Read', 'Write'].map((operation) => `${operation} Topic connect-${what}.pipeline.internal`),
    );
    expect(own.map((it) => `${it.operation} ${it.resourceType} ${it.resourceName}`)).toEqual([
      'Read Group connect-workers.pipeline.internal',
      ...topics,
    ]);
  });

  test('writes in transactions only where they are asked for', () => {
    const transactional = (exactlyOnce: boolean) =>
      resolve(described(pipeline, { 'connectClusters.pipeline.exactlyOnce': exactlyOnce }))
        .permissions.filter(({ resourceType }) => resourceType === 'TransactionalId')
        .map(({ patternType, resourceName }) => `${patternType} ${resourceName}`);
    expect(transactional(false)).toEqual([]);
    expect(transactional(true)).toEqual([
      'Literal connect-cluster-connect-workers.pipeline.internal',
      'Prefixed connect-workers.pipeline.internal-',
    ]);
  });

  test('has a credential, and no connection that is delivered to applications', () => {
    const { shards, connections } = resolve(described(pipeline));
    const principal = shards.flatMap(({ principals }) => principals).find((it) => it.application.name === 'pipeline');
    expect(principal?.credential).toBeDefined();
    expect(connections.map(({ application }) => application)).not.toContain('pipeline');
  });

  test('may do what its connectors do, each asked for where the connector says it', () => {
    expect(may(archive)).toEqual(['Read Group connect-archive', 'Read Topic orders.created']);
    const [read] = resolve(described(pipeline, archive)).permissions.filter(
      ({ application, resourceName }) => application === 'pipeline' && resourceName === 'orders.created',
    );
    expect(read?.from).toBe("platform.connectors.archive.consumes['orders.created']".replace('platform.', ''));
  });
});

describe('a sink', () => {
  test('reads its topics, whatever its config says', () => {
    expect(connector('archive', archive)?.config).toEqual({ file: '/tmp/orders', topics: 'orders.created' });
  });

  test('with a dead letter tries so often, and then writes to it', () => {
    const letter = { attempts: 4, backoff: '2s' };
    const changes = { 'platform.connectors.archive.consumes': { 'orders.created': { deadLetter: letter } } };
    expect(connector('archive', archive, changes)?.config).toMatchObject({
      'errors.tolerance': 'all',
      'errors.retry.timeout': '6000',
      'errors.retry.delay.max.ms': '2000',
      'errors.deadletterqueue.topic.name': 'orders.created.connect-archive.dlq',
    });
    expect(may(archive, changes)).toContain('Write Topic orders.created.connect-archive.dlq');
    expect(may(archive)).not.toContainEqual(expect.stringContaining('dlq'));
  });

  test('may read what another connector of the same workers writes', () => {
    const { problems } = compileDescription(
      described(pipeline, capture, archive, {
        'platform.connectors.archive.consumes': { 'inventory.public.orders': {} },
      }),
    );
    expect(problems).toEqual([]);
  });
});

describe('an environment without Connect clusters', () => {
  const here = described(capture, {
    'platform.plugins': pipeline['platform.plugins.debezium'] && {
      debezium: pipeline['platform.plugins.debezium'],
    },
  });

  test('runs no connector, and says so', () => {
    expect(compileDescription(here).problems).toMatchObject([
      { code: 'KFK-C025', severity: 'warning', path: 'connectors.inventory' },
    ]);
  });

  test('has its topics, which others read, and no user for it', () => {
    const { topics, applications, flows, connectors } = resolve(here);
    expect(topics.has('inventory.public.orders')).toBe(true);
    expect([...applications.keys()]).toEqual(['billing', 'shop']);
    expect(flows.filter((flow) => flow.connector)).toEqual([]);
    expect(connectors.get('inventory')?.connectCluster).toBeUndefined();
  });
});

describe('an image that is built', () => {
  const built = { 'connectClusters.pipeline': { owner: 'orders', build: { image: 'registry.example.com/connect:1' } } };
  const pluginsOf = (...changes: Readonly<Record<string, unknown>>[]) =>
    resolve(described(pipeline, built, ...changes)).connectClusters.get('pipeline')?.plugins;

  test('holds what its connectors need, or what the description says', () => {
    expect(pluginsOf(capture)).toEqual(['debezium']);
    expect(pluginsOf(archive)).toEqual([]);
    expect(pluginsOf({ 'connectClusters.pipeline.plugins': ['debezium'] })).toEqual(['debezium']);
  });
});

const onKubernetes = { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } };

test('names of connectors and Connect clusters that others have are refused, and no others', () => {
  const refused = (name: string, changes: Readonly<Record<string, unknown>> = {}) =>
    compileDescription(
      described(onKubernetes, { ...pipeline, [`connectClusters.${name}`]: { owner: 'orders' }, ...changes }),
    ).problems.flatMap(({ code, path }) => (code === 'KFK-C010' ? [path] : []));
  const standby = {
    'clusters.standby': { backend: 'strimzi' },
    'replications.copy': { owner: 'orders', from: 'main', to: 'standby' },
  };
  for (const name of ['shop', 'main', 'main-pipeline', 'a'.repeat(49)])
    expect(refused(name)).toEqual([`connectClusters${name.includes('-') ? `['${name}']` : `.${name}`}`]);
  expect(refused('copy', standby)).toEqual(['connectClusters.copy']);
  const application = {
    'platform.applications.sales-connect-jmx': { owner: 'orders', produces: { 'orders.created': {} } },
  };
  expect(refused('sales', application)).toEqual(['connectClusters.sales']);
  for (const name of ['sales', 'a'.repeat(48)]) expect(refused(name)).toEqual([]);
});

test('who reads what sources write exactly once reads committed records, and others as they did', () => {
  const reader = {
    'platform.applications.reader': { owner: 'orders', consumes: { 'inventory.public.orders': {} } },
  };
  const isolation = (exactlyOnce: boolean) =>
    resolve(
      described(pipeline, capture, reader, { 'connectClusters.pipeline.exactlyOnce': exactlyOnce }),
    ).flows.flatMap((flow) => (flow.direction === 'consume' && flow.application === 'reader' ? flow.isolation : []));
  expect([isolation(true), isolation(false)]).toEqual([['read_committed'], ['read_uncommitted']]);
});
