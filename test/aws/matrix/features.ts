import type { Levels, Said } from '../../support/matrix/said';
import { ids } from './base';

/** What is said of the cluster, by its option. */
const main = (options: Readonly<Record<string, unknown>>): Said =>
  Object.fromEntries(Object.entries(options).map(([option, value]) => [`clusters.main.${option}`, value]));

const tiered = (cleanup: string): Said => ({
  ...main({ tieredStorage: true }),
  'platform.topics[orders.archived].config': { 'remote.storage.enable': true },
  'platform.topics[orders.archived].cleanup': cleanup,
});

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
  brokers: {
    standard: {},
    six: main({ brokers: 6, instance: 'kafka.m7g.4xlarge' }),
    twoZones: {
      ...main({ brokers: 4, instance: 'kafka.m5.xlarge' }),
      'clusters.main.network.subnets': ids.subnets.slice(0, 2),
    },
    express: main({ kind: 'express' }),
    expressSix: main({ kind: 'express', brokers: 6, instance: 'express.m7g.4xlarge' }),
    serverless: main({ kind: 'serverless' }),
    existing: { ...main({ existing: 'company-kafka' }), 'clusters.main.network': undefined },
    uneven: main({ brokers: 4 }),
    oneZone: { 'clusters.main.network.subnets': ids.subnets.slice(0, 1) },
    expressInTwoZones: {
      ...main({ kind: 'express', brokers: 4 }),
      'clusters.main.network.subnets': ids.subnets.slice(0, 2),
    },
    sizeOfExpress: main({ instance: 'express.m7g.large' }),
    sizeOfStandard: main({ kind: 'express', instance: 'kafka.m7g.large' }),
  },
  version: {
    unsaid: {},
    ...Object.fromEntries(
      ['3.7', '3.8', '3.9', '4.0', '4.1', '4.2'].map((version) => [`v${version}`, main({ version })]),
    ),
  },
  mechanisms: {
    iam: {},
    scram: main({ authentication: ['scram-sha-512'] }),
    scramAndIam: {
      ...main({ authentication: ['scram-sha-512', 'iam'] }),
      'platform.applications.counter.authentication': 'iam',
    },
    certificates: main({ authentication: ['mtls'], certificateAuthority: {} }),
    certificatesOfOurs: main({ authentication: ['iam', 'mtls'], certificateAuthority: ids.authority }),
    all: {
      ...main({
        authentication: ['iam', 'scram-sha-512', 'mtls'],
        certificateAuthority: { commonName: 'Matrix', years: 5 },
      }),
      'platform.applications.shop.authentication': 'mtls',
      'platform.applications.billing.authentication': 'scram-sha-512',
    },
    withoutAuthority: main({ authentication: ['iam', 'mtls'] }),
    authorityAlone: main({ certificateAuthority: {} }),
    authorityElsewhere: main({
      authentication: ['mtls'],
      certificateAuthority: ids.authority.replace('eu-west-1', 'eu-west-2'),
    }),
  },
  storage: {
    unsaid: {},
    said: main({ storage: '200GiB' }),
    grows: main({ storageAutoscaling: { maximum: '2000GiB' } }),
    growsEarly: main({ storage: '500GiB', storageAutoscaling: { maximum: '1000GiB', target: 40 } }),
    throughput: main({ storage: '1000GiB', throughput: 500 }),
    tiered: tiered('delete'),
    growsToLess: main({ storage: '500GiB', storageAutoscaling: { maximum: '400GiB' } }),
    fullTarget: main({ storageAutoscaling: { maximum: '400GiB', target: 95 } }),
    tooLarge: main({ storage: '20000GiB' }),
    tooFast: main({ storage: '1000GiB', throughput: 5000 }),
    tieredCompacted: tiered('compact'),
  },
  rebalancing: { unsaid: {}, on: main({ rebalancing: true }), off: main({ rebalancing: false }) },
  key: {
    made: {},
    ours: main({ encryptionKey: ids.key }),
    alias: main({ encryptionKey: 'alias/kafka' }),
    elsewhere: main({ encryptionKey: ids.key.replace('eu-west-1', 'eu-central-1') }),
  },
  logs: {
    unsaid: {},
    days: main({ logs: { cloudwatch: { days: 30 } } }),
    bucket: main({ logs: { cloudwatch: false, s3: { bucket: 'company-kafka-logs', prefix: 'matrix' } } }),
    everywhere: main({ logs: { s3: { bucket: 'company-kafka-logs' }, firehose: 'kafka-logs' } }),
    oddDays: main({ logs: { cloudwatch: { days: 42 } } }),
    noBucket: main({ logs: { s3: { bucket: 'Company Logs' } } }),
  },
  metrics: {
    unsaid: {},
    ...Object.fromEntries(
      ['default', 'per-broker', 'per-topic-per-broker', 'per-topic-per-partition'].map((metrics) => [
        metrics,
        main({ metrics }),
      ]),
    ),
  },
  exporters: {
    unsaid: {},
    scraped: { 'clusters.main.network.monitoring': { prometheus: ids.scraper } },
    none: main({ openMonitoring: false }),
    scrapedNowhere: {
      ...main({ openMonitoring: false }),
      'clusters.main.network.monitoring': { prometheus: ids.scraper },
    },
  },
  reach: {
    unsaid: {},
    accounts: main({ multiVpc: { accounts: ['210987654321'] } }),
    byIam: main({
      multiVpc: { accounts: ['210987654321', '345678901234'], authentication: ['iam'], replicator: true },
    }),
    internet: main({ publicAccess: { from: ['198.51.100.0/24'] } }),
    noAccount: main({ multiVpc: { accounts: ['company'] } }),
    everybody: main({ publicAccess: { from: ['0.0.0.0/0'] } }),
  },
  otherNetworks: {
    none: {},
    one: main({
      otherNetworks: {
        analytics: { vpc: 'vpc-0a1b2c3d4e5f60719', subnets: ids.subnets, clients: { jobs: ids.clients } },
      },
    }),
  },
  configuration: {
    unsaid: {},
    known: main({ configuration: { 'message.max.bytes': 2_097_152 } }),
    ofStandard: main({ configuration: { 'log.cleaner.delete.retention.ms': 86_400_000 } }),
    forbidden: main({ configuration: { listeners: 'PLAINTEXT://:9092' } }),
    decided: main({ configuration: { 'allow.everyone.if.no.acl.found': true } }),
    wrong: main({ configuration: { 'message.max.bytes': 'much' } }),
  },
  roles: {
    none: {},
    tokens: main({ roles: { issuer: ids.issuer } }),
    pods: main({ roles: { podIdentity: 'shop', namespace: 'shop' } }),
    ours: main({ roles: { existing: { shop: 'shop-production' } } }),
    both: main({ roles: { issuer: ids.issuer, podIdentity: 'shop', existing: { billing: 'billing' } } }),
    nobodys: main({ roles: { existing: { shopping: 'shop-production' } } }),
    noIssuer: main({ roles: { issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE' } }),
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
