import type { Levels, Said } from '../../support/matrix/said';
import { clusterFeatures } from './cluster-features';

const connector = (said: object): Said => ({ 'platform.connectors': said });
const fileSink = {
  owner: 'data',
  plugin: 'files',
  class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  consumes: { 'orders.created': {} },
  config: { file: '/tmp/orders' },
};
const fileSource = {
  owner: 'data',
  plugin: 'files',
  class: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
  produces: { 'orders.totals': {} },
  config: { file: '/opt/kafka/LICENSE', topic: 'orders.totals', 'topic.prefix': 'legacy' },
  schemaHistory: 'legacy.history',
};
const postgres = {
  host: 'inventory.example.com',
  database: 'inventory',
  tables: ['public.orders', 'public.customers'],
  credentials: { secret: 'inventory-database' },
};
const connect = (said: object): Said => ({
  ...connector({ archive: fileSink, load: fileSource, inventory: { owner: 'data', plugin: 'debezium', postgres } }),
  'platform.topics[legacy.history]': { owner: 'data', partitions: 1, retention: 'unlimited' },
  'connectClusters.connect': { owner: 'data', ...said },
});
const removed = (data: string): Said => ({
  'platform.topics[orders.archived].removed': { reason: 'nobody reads it', until: '2027-01-01', data },
});
const gitops = (controller: string): Said => ({
  delivery: 'gitops',
  gitops: { controller, repository: 'https://git.example.com/platform/kafka.git' },
});

/**
 * What does not go together freely: each factor is one decision, each level what it says. The first level of each is
 * the least. What a level breaks, alone or with another, the oracle says.
 */
export const features: Readonly<Record<string, Levels>> = {
  profile: { baseline: {}, production: { profile: 'production' } },
  disposable: { no: {}, yes: { disposable: true } },
  ...clusterFeatures,
  replicas: {
    unsaid: {},
    three: {
      'platform.topics[orders.created].replicationFactor': 3,
      'platform.topics[orders.created].minInsyncReplicas': 2,
    },
    overridden: {
      'overrides.topics[orders.created].replicationFactor': 3,
      'overrides.topics[orders.created].minInsyncReplicas': 2,
    },
  },
  connect: {
    none: {},
    image: connect({ image: 'registry.example.com/connect:1', plugins: ['files', 'debezium'] }),
    build: connect({ build: { image: 'registry.example.com/connect:2', pushSecret: 'registry' } }),
    pluginInNoImage: connect({ image: 'registry.example.com/connect:1', plugins: ['files'] }),
    imageAndBuild: connect({
      image: 'registry.example.com/connect:1',
      build: { image: 'registry.example.com/connect:2' },
      plugins: ['files', 'debezium'],
    }),
  },
  bridge: {
    none: {},
    http: {
      'bridges.http': { owner: 'orders', produces: { 'orders.created': {} }, issuer: 'company' },
    },
    reading: {
      'bridges.http': {
        owner: 'orders',
        consumes: {
          'orders.totals': { group: 'http-readers', lag: { under: '5m' }, isolation: 'read_committed' },
        },
        issuer: 'company',
      },
    },
    noFlows: { 'bridges.http': { owner: 'orders', issuer: 'company' } },
    portOfMetrics: {
      'bridges.http': { owner: 'orders', produces: { 'orders.created': {} }, issuer: 'company', port: 8081 },
    },
  },
  registry: {
    none: {},
    http: { 'schemaRegistries.schemas': { owner: 'data' } },
    https: { 'schemaRegistries.schemas': { owner: 'data', issuer: 'company' } },
  },
  restricted: {
    no: {},
    everything: {
      'platform.applications.shop.hosts': ['10.0.0.7', 'fe80:0:0:0:0:0:0:7'],
      'platform.applications.billing.denies': [
        { topic: 'orders.', prefix: true, operations: ['Delete', 'AlterConfigs'], hosts: ['10.0.0.8'] },
        { group: 'audit-', prefix: true, operations: ['All'] },
        { transactionalId: 'billing', operations: ['Write'] },
      ],
      'operators.oncall': {
        owner: 'orders',
        role: 'break-glass',
        cluster: 'main',
        until: '2026-11-25',
        reason: 'INC-4711',
        hosts: ['10.0.0.9'],
        denies: [
          { topic: 'orders.totals', operations: ['Read'], hosts: ['10.0.0.9'] },
          { group: 'billing', prefix: false, operations: ['Delete'] },
          { transactionalId: 'billing', operations: ['Write'] },
        ],
        namespace: 'people',
      },
      'operators.administrator': { owner: 'data', role: 'admin', cluster: 'main', namespace: 'people' },
      'operators.auditor': { owner: 'data', role: 'read-only', cluster: 'main', namespace: 'auditors' },
    },
  },
  scaling: {
    none: {},
    unsaid: { 'platform.applications.billing.scaling': {} },
    most: { 'platform.applications.billing.scaling': { max: 3 } },
    abovePartitions: { 'platform.applications.billing.scaling': { max: 40 } },
    fewestAboveMost: { 'platform.applications.billing.scaling': { min: 3, max: 2 } },
  },
  replication: {
    none: {},
    standby: {
      'clusters.standby': { backend: 'strimzi' },
      'platform.topics[orders.created].cluster': 'main',
      'platform.topics[orders.totals].cluster': 'main',
      'platform.topics[orders.archived].cluster': 'main',
      'platform.applications.shop.cluster': 'main',
      'platform.applications.billing.cluster': 'main',
      'platform.applications.counter.cluster': 'main',
      'connectClusters.connect.cluster': 'main',
      'bridges.http.cluster': 'main',
      'schemaRegistries.schemas.cluster': 'main',
      'platform.topics[legacy.history].cluster': 'main',
      'replications.copy': {
        owner: 'data',
        from: 'main',
        to: 'standby',
      },
    },
  },
  delivery: {
    apply: {},
    argoCd: gitops('argo-cd'),
    flux: gitops('flux'),
    nobodyReads: { delivery: 'gitops' },
  },
  secrets: {
    unsaid: {},
    keyVault: {
      'secrets.store': 'key-vault',
      'secrets.vault': 'company-kafka',
      'kubernetes.secretStore': 'company-key-vault',
    },
    vault: { 'secrets.store': 'vault', 'kubernetes.secretStore': 'company-vault' },
    vaultHasThem: {
      'secrets.store': 'vault',
      'secrets.generated': false,
      'kubernetes.secretStore': 'company-vault',
    },
    nobodyReads: { 'secrets.store': 'vault' },
    nothingIsMade: { 'secrets.generated': false },
  },
  /** What overrides may repeat. */
  repeated: {
    no: {},
    yes: {
      'overrides.topics[orders.created].owner': 'orders',
      'overrides.applications.shop.produces': { 'orders.created': {} },
      'overrides.connectors.load.schemaHistory': 'legacy.history',
      'overrides.connectors.archive.plugin': 'files',
      'overrides.connectors.archive.class': 'org.apache.kafka.connect.file.FileStreamSinkConnector',
      'overrides.connectors.archive.config': { file: '/tmp/orders' },
      'overrides.connectors.load.produces': { 'orders.totals': {} },
    },
  },
  removal: {
    none: {},
    keep: removed('keep'),
    destroy: removed('destroy'),
    overridden: {
      'overrides.topics[orders.archived].removed': {
        reason: 'nobody reads it here',
        until: '2027-01-01',
        data: 'keep',
      },
    },
  },
};
