import type { Levels, Said } from '../../support/matrix/said';
import { ids } from './base';
import { clusterFeatures, main } from './cluster-features';

const schema = JSON.stringify({ type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }] });
const glue = (said: object): Said =>
  main({
    glue: {
      orders: {
        schemas: { 'orders.created-value': { definition: schema } },
        readers: ['billing'],
        writers: ['shop'],
        ...said,
      },
    },
  });

const connector = {
  owner: 'data',
  plugin: 'files',
  class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  consumes: { 'orders.created': {} },
  config: { file: '/tmp/orders' },
};
const connect = (said: object): Said => ({
  'platform.connectors': { archive: connector },
  'connectClusters.connect': {
    owner: 'data',
    cluster: 'main',
    pluginObjects: { files: { bucket: 'company-kafka-plugins', key: 'files-4.3.1.zip' } },
    ...said,
  },
});

const database = (said: object): Said => ({
  'platform.connectors': {
    inventory: {
      owner: 'data',
      plugin: 'debezium',
      postgres: {
        host: 'inventory.example.com',
        database: 'inventory',
        tables: ['public.orders', 'public.customers'],
        credentials: { secret: 'inventory-database' },
      },
    },
  },
  'connectClusters.connect': {
    owner: 'data',
    cluster: 'main',
    pluginObjects: { debezium: { bucket: 'company-kafka-plugins', key: 'debezium-3.7.0.zip' } },
    ...said,
  },
});

/** Everything is on `main` where there is a second cluster. */
const onMain = Object.fromEntries(
  [
    ...['topics[orders.created]', 'topics[orders.totals]', 'topics[orders.archived]'],
    ...['applications.shop', 'applications.billing', 'applications.counter'],
  ].map((noun) => [`platform.${noun}.cluster`, 'main']),
);
const replication = (said: object, standby: object = {}): Said => ({
  ...onMain,
  'clusters.standby': {
    backend: 'msk',
    region: 'eu-west-1',
    network: { vpc: ids.vpc, subnets: ids.subnets, clients: { applications: ids.clients } },
    ...standby,
  },
  'replications.copy': { owner: 'data', from: 'main', to: 'standby', by: 'msk-replicator', names: 'same', ...said },
});

const removed = (data: string): Said => ({
  'platform.topics[orders.archived].removed': { reason: 'nobody reads it', until: '2027-01-01', data },
});

/**
 * What does not go together freely: each factor is one decision, each level what it says. The first level of each is
 * the least. What a level breaks, alone or with another, the oracle says.
 */
export const features: Readonly<Record<string, Levels>> = {
  disposable: { no: {}, yes: { disposable: true } },
  /** Whether the inventory knows the cluster; the test tells the compiler. */
  life: { born: {}, recorded: {} },
  ...clusterFeatures,
  roles: {
    none: {},
    tokens: main({ roles: { oidcProvider: ids.oidcProvider } }),
    pods: main({ roles: { podIdentity: 'shop', namespace: 'shop' } }),
    ours: main({ roles: { existing: { shop: 'shop-production' } } }),
    both: main({ roles: { oidcProvider: ids.oidcProvider, podIdentity: 'shop', existing: { billing: 'billing' } } }),
    nobodys: main({ roles: { existing: { shopping: 'shop-production' } } }),
    noIssuer: main({ roles: { oidcProvider: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE' } }),
    sharedRole: main({ roles: { existing: { shop: 'everybody', billing: 'everybody' } } }),
  },
  glue: {
    none: {},
    avro: glue({}),
    json: glue({ schemas: { order: { format: 'json', compatibility: 'full-all', definition: '{"type":"object"}' } } }),
    unknownReader: glue({ readers: ['nobody'] }),
    empty: glue({ schemas: { order: { definition: ' ' } } }),
  },
  open: {
    no: {},
    yes: main({ open: { reason: 'users are being found', until: '2027-01-31' } }),
    past: main({ open: { reason: 'users are being found', until: '2026-10-31' } }),
  },
  connect: {
    none: {},
    small: connect({}),
    large: connect({
      instances: 4,
      capacityUnits: 4,
      securityGroups: [ids.clients],
      config: { 'offset.flush.interval.ms': 30_000 },
      pluginObjects: { files: { bucket: 'company-kafka-plugins', key: 'files-4.3.1.zip', version: 'Zl3KwKjVQ' } },
    }),
    database: database({ securityGroups: [ids.clients] }),
    databaseOutOfReach: database({}),
    tooMany: connect({ instances: 20 }),
    oddUnits: connect({ capacityUnits: 3 }),
    noPlugin: connect({ pluginObjects: {} }),
    ofKubernetes: connect({ memory: '4GiB' }),
  },
  replication: {
    none: {},
    all: replication({}),
    some: replication({ topics: ['orders.created'], groups: ['billing'] }, { kind: 'express' }),
    prefixed: replication({ names: 'prefixed' }),
    promised: replication({ rpo: '5m' }),
    toServerless: replication({}, { kind: 'serverless' }),
  },
  streams: {
    none: {},
    topology: { 'platform.applications.counter.streams': {} },
    accepted: {
      'platform.applications.counter.streams': {},
      accepts: { streams: { reason: 'its topology has no state', owner: 'data', until: '2027-01-31' } },
    },
  },
  quota: {
    none: {},
    bytes: {
      'platform.applications.shop.quota': { produce: '1MB/s' },
      'platform.applications.billing.quota': { consume: '2MB/s' },
    },
    requests: { 'platform.applications.shop.quota': { requestPercentage: 50 } },
  },
  restricted: {
    no: {},
    everything: {
      'platform.applications.billing.denies': [
        { topic: 'orders.', prefix: true, operations: ['Delete', 'AlterConfigs'] },
        { group: 'audit-', prefix: true, operations: ['All'] },
        { transactionalId: 'billing', prefix: false, operations: ['Write'] },
      ],
      'operators.oncall': {
        owner: 'orders',
        role: 'break-glass',
        cluster: 'main',
        until: '2026-11-25',
        reason: 'INC-4711',
        denies: [
          { topic: 'orders.totals', operations: ['Read'] },
          { group: 'billing', operations: ['Delete'] },
          { transactionalId: 'billing', prefix: true, operations: ['Write'] },
        ],
        namespace: 'people',
      },
      'operators.administrator': { owner: 'data', role: 'admin', cluster: 'main', namespace: 'people' },
      'operators.auditor': { owner: 'data', role: 'read-only', cluster: 'main', namespace: 'auditors' },
    },
  },
  rotation: { none: {}, second: { 'secrets.versions': { shop: 2 } } },
  generated: { unsaid: {}, byNobody: { 'secrets.generated': false } },
  tokens: {
    none: {},
    ofAServer: {
      'platform.applications.counter.authentication': 'oauth',
      'platform.applications.counter.oauth': { clientId: 'order-counter', user: 'order-counter' },
    },
  },
  copies: {
    unsaid: {},
    three: {
      'platform.topics[orders.created].replicationFactor': 3,
      'platform.topics[orders.created].minInsyncReplicas': 2,
    },
    two: {
      'platform.topics[orders.created].replicationFactor': 2,
      'platform.topics[orders.created].minInsyncReplicas': 1,
    },
  },
  retentionSize: { unsaid: {}, said: { 'platform.topics[orders.created].retentionSize': '10GiB' } },
  secretsKey: { unsaid: {}, said: main({ secretsKey: 'alias/company-kafka-secrets' }) },
  removal: { none: {}, keep: removed('keep'), destroy: removed('destroy') },
  tags: {
    none: {},
    some: { tags: { 'cost-center': '4711', team: 'platform' } },
    ofAws: { tags: { 'aws:team': 'platform' } },
  },
};
