import { kafkaConfig } from '../../../model/topic';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';

const pipeline = {
  'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1', plugins: ['debezium'] },
  'platform.plugins.debezium': { artifacts: [{ group: 'g', artifact: 'a', version: '1' }] },
};
const postgres = {
  host: 'database.example.com',
  database: 'shop',
  tables: ['public.orders', 'public.Order_Lines'],
  credentials: { secret: 'inventory' },
};
const capture = { 'platform.connectors.inventory': { owner: 'orders', plugin: 'debezium', postgres } };
const archive = {
  'platform.connectors.archive': {
    owner: 'orders',
    class: 'org.example.Sink',
    consumes: { 'orders.created': {} },
    config: { file: '/tmp/orders' },
  },
};
const described = (...changes: Readonly<Record<string, unknown>>[]): Description =>
  changed<Description>(small, Object.assign({}, ...changes));
/** What the workers' user may do, but for what workers keep for themselves. */
const may = (...changes: Readonly<Record<string, unknown>>[]) =>
  resolve(described(pipeline, ...changes))
    .permissions.filter(({ application }) => application === 'pipeline')
    .filter(({ resourceName }) => !/^connect-.*\.internal$/.test(resourceName))
    .map((it) => `${it.operation} ${it.resourceType} ${it.resourceName}${it.patternType === 'Prefixed' ? '*' : ''}`);
const connector = (name: string, ...changes: Readonly<Record<string, unknown>>[]) =>
  resolve(described(pipeline, ...changes)).connectors.get(name);

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

describe('a PostgreSQL database that is captured', () => {
  test("has a topic for each table and one of heartbeats, of the connector's owner", () => {
    const { topics } = resolve(described(pipeline, capture));
    const made = [...topics.values()].filter(({ madeBy }) => madeBy === 'inventory');
    expect(made.map(({ name, partitions, owner }) => `${name} ${partitions} ${owner}`)).toEqual([
      'debezium-heartbeat.inventory 1 orders',
      'inventory.public.Order_Lines 3 orders',
      'inventory.public.orders 3 orders',
    ]);
  });

  test('is written to these topics and no other; nothing is read', () => {
    expect(may(capture)).toEqual([
      'Write Topic debezium-heartbeat.inventory',
      'Write Topic inventory.public.Order_Lines',
      'Write Topic inventory.public.orders',
    ]);
  });

  test('takes signals only where they are asked for: by a topic and a group of its own', () => {
    const signals = { 'platform.connectors.inventory.postgres.signals': true };
    expect(may(capture, signals).filter((one) => one.includes('signal'))).toEqual([
      'Read Group debezium-signal.inventory',
      'Read Topic debezium-signal.inventory',
    ]);
    expect(connector('inventory', capture, signals)).toMatchObject({
      config: { 'signal.enabled.channels': 'kafka', 'signal.kafka.topic': 'debezium-signal.inventory' },
      clients: [{ bootstrapServers: 'signal.kafka.bootstrap.servers', prefix: 'signal.consumer.' }],
    });
    expect(connector('inventory', capture)?.clients).toEqual([]);
    expect(Object.keys(connector('inventory', capture)?.config ?? {}).join()).not.toContain('signal');
  });

  test('is told exactly its tables, in a slot and a publication of its own', () => {
    expect(connector('inventory', capture)).toMatchObject({
      class: 'io.debezium.connector.postgresql.PostgresConnector',
      config: {
        'table.include.list': 'public\\.orders,public\\.Order_Lines',
        'slot.name': 'inventory',
        'publication.name': 'inventory',
        'publication.autocreate.mode': 'filtered',
        'database.sslmode': 'require',
      },
      secrets: {
        'database.user': { secret: 'inventory', key: 'username' },
        'database.password': { secret: 'inventory', key: 'password' },
      },
    });
  });

  test('may have a publication that somebody else made, and another TLS mode, but no other tables by config', () => {
    const one = connector('inventory', capture, {
      'platform.connectors.inventory.postgres.publication': 'orders',
      'platform.connectors.inventory.config': { 'database.sslmode': 'verify-full' },
    });
    expect(one?.config).toMatchObject({
      'publication.name': 'orders',
      'publication.autocreate.mode': 'disabled',
      'database.sslmode': 'verify-full',
    });
    const other = { 'platform.connectors.inventory.config': { 'table.include.list': '.*' } };
    expect(compileDescription(described(pipeline, capture, other)).problems).toMatchObject([
      { code: 'KFK-C021', path: "connectors.inventory.config['table.include.list']" },
    ]);
  });

  test('leaves a topic that is described by hand as it is', () => {
    const byHand = { owner: 'orders', cleanup: 'compact', partitions: 6 };
    const topic = resolve(
      described(pipeline, capture, { 'platform.topics[inventory.public.orders]': byHand }),
    ).topics.get('inventory.public.orders');
    expect(topic && kafkaConfig(topic)).toMatchObject({ 'cleanup.policy': 'compact' });
    expect(topic?.partitions).toBe(6);
  });
});

describe('a schema history', () => {
  const history = {
    'platform.topics[shop.history]': { owner: 'orders', partitions: 1, retention: 'unlimited' },
    'platform.connectors.legacy': {
      owner: 'orders',
      class: 'io.debezium.connector.mysql.MySqlConnector',
      produces: { 'orders.created': {} },
      schemaHistory: 'shop.history',
      config: { 'topic.prefix': 'shop' },
    },
  };

  test("is written and read again, by Debezium's own clients, and is no topic of a sink", () => {
    expect(may(history)).toEqual(
      [
        'Read Group shop-schemahistory',
        'Read Topic shop.history',
        'Write Topic orders.created',
        'Write Topic shop.history',
      ].sort((a, b) => (a.split(' ').slice(1).join() < b.split(' ').slice(1).join() ? -1 : 1)),
    );
    const one = connector('legacy', history);
    expect(one?.config).toEqual({ 'topic.prefix': 'shop', 'schema.history.internal.kafka.topic': 'shop.history' });
    expect(one?.clients.map(({ prefix }) => prefix)).toEqual([
      'schema.history.internal.producer.',
      'schema.history.internal.consumer.',
    ]);
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

test('names of connectors and Connect clusters that others have are refused, and no others', () => {
  const refused = (name: string, changes: Readonly<Record<string, unknown>> = {}) =>
    compileDescription(
      described({ ...pipeline, [`connectClusters.${name}`]: { owner: 'orders' }, ...changes }),
    ).problems.flatMap(({ code, path }) => (code === 'KFK-C010' ? [path] : []));
  const standby = {
    'clusters.standby': { backend: 'kafka' },
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
