import type { Factor } from './covering';

/** What a level says, by path; names with dots are in brackets. */
export type Said = Readonly<Record<string, unknown>>;

const main = 'clusters.main';
const inside = (authentication: string, more: object = {}) => ({ port: 9093, authentication, ...more });
const pools = (said: object): Said => ({ [`${main}.pools`]: said });
const controllers = { roles: ['controller'], nodes: 3 };
const volumes = [
  { id: 0, size: '50GiB' },
  { id: 1, size: '100GiB', storageClass: 'slow', metadata: true },
];
const listener = (name: string, said: object): Said => ({ [`${main}.listeners`]: { [name]: said } });
/** Beside one for the applications inside. */
const outer = (said: object): Said => ({
  [`${main}.listeners`]: { inside: inside('scram-sha-512'), outside: { ...outside, ...said } },
});
const outside = { port: 9094, authentication: 'scram-sha-512' };
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
const rebalances = (said: object): Said => ({ [`${main}.cruiseControl`]: { rebalances: said } });
const gitops = (controller: string): Said => ({
  delivery: 'gitops',
  gitops: { controller, repository: 'https://git.example.com/platform/kafka.git' },
});

/**
 * What does not go together freely: each factor is one decision, each level what it says. The first level of each is
 * the least. What a level breaks, alone or with another, the oracle says.
 */
export const features: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  profile: { baseline: {}, production: { profile: 'production' } },
  disposable: { no: {}, yes: { disposable: true } },
  nodes: {
    three: {},
    one: { [`${main}.brokers`]: 1, [`${main}.controllers`]: 1 },
    five: { [`${main}.brokers`]: 5, [`${main}.controllers`]: 5 },
    evenControllers: { [`${main}.controllers`]: 4 },
    twoKinds: {
      [`${main}.rack`]: 'topology.kubernetes.io/zone',
      ...pools({
        controllers,
        small: { nodes: 3, memory: '2GiB', heap: '512MiB', cpu: 0.5, storage: '20GiB' },
        large: { nodes: 3, roles: ['broker'], storageClass: 'fast', zones: ['a', 'b', 'c'], nodeIds: '[20-29]' },
      }),
    },
    zonesWithoutRack: pools({ controllers, brokers: { nodes: 3, zones: ['a'] } }),
    bothRoles: pools({ all: { roles: ['controller', 'broker'], nodes: 3 } }),
    jbod: pools({ controllers, brokers: { nodes: 3, volumes } }),
    ephemeral: pools({ controllers: { ...controllers, ephemeral: true }, brokers: { nodes: 3, ephemeral: true } }),
    noControllers: pools({ brokers: { nodes: 3 } }),
    noBrokers: pools({ controllers }),
    poolsAndBrokers: { ...pools({ controllers, brokers: { nodes: 3 } }), [`${main}.brokers`]: 3 },
    sameVolumeTwice: pools({ controllers, brokers: { nodes: 3, volumes: [volumes[0], volumes[0]] } }),
    twoForMetadata: pools({
      controllers,
      brokers: { nodes: 3, volumes: volumes.map((volume) => ({ ...volume, metadata: true })) },
    }),
    sameIds: pools({ controllers: { ...controllers, nodeIds: '[0-9]' }, brokers: { nodes: 3, nodeIds: '[5-20]' } }),
  },
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
  reach: {
    unsaid: {},
    mtls: { [`${main}.authentication`]: ['mtls'] },
    both: {
      [`${main}.authentication`]: ['scram-sha-512', 'mtls'],
      'platform.applications.shop.authentication': 'mtls',
      'connectClusters.connect.authentication': 'scram-sha-512',
      'bridges.http.authentication': 'scram-sha-512',
      'schemaRegistries.schemas.authentication': 'scram-sha-512',
    },
    internal: { [`${main}.listeners`]: { scram: inside('scram-sha-512'), tls: inside('mtls', { port: 9095 }) } },
    clusterIp: listener('inside', { ...outside, type: 'cluster-ip', issuer: 'company' }),
    loadBalancer: outer({ type: 'loadbalancer', sources: ['10.0.0.0/8'], class: 'internal' }),
    nodePort: outer({ type: 'nodeport', host: 'kafka.example.com' }),
    ingress: outer({
      type: 'ingress',
      host: 'kafka.example.com',
      brokerHosts: 'kafka-{nodeId}.example.com',
      class: 'nginx',
    }),
    route: outer({ type: 'route', tls: true }),
    tlsRoute: outer({
      type: 'tlsroute',
      gateway: { name: 'kafka', namespace: 'gateways', section: 'tls' },
      host: 'kafka.example.com',
      brokerHosts: 'kafka-{nodeId}.example.com',
    }),
    oauth: {
      [`${main}.listeners`]: {
        scram: inside('scram-sha-512'),
        tokens: {
          port: 9096,
          authentication: 'oauth',
          oauth: {
            issuer: 'https://login.example.com',
            jwks: 'https://login.example.com/keys',
            audience: 'kafka',
            userNameClaim: 'client_id',
            authority: 'login-authority',
          },
        },
      },
    },
    plain: {
      [`${main}.listeners`]: {
        scram: inside('scram-sha-512'),
        plain: { port: 9092, authentication: 'none', tls: false },
      },
    },
    takenPort: listener('inside', inside('scram-sha-512', { port: 9404 })),
    lowPort: listener('inside', inside('scram-sha-512', { port: 9091 })),
    longName: listener('insideofkubernetes', inside('scram-sha-512')),
    ingressWithoutHost: outer({ type: 'ingress' }),
    ingressWithoutTls: outer({
      type: 'ingress',
      tls: false,
      host: 'kafka.example.com',
      brokerHosts: 'kafka-{nodeId}.example.com',
    }),
    oauthWithoutServer: {
      [`${main}.listeners`]: { scram: inside('scram-sha-512'), tokens: { port: 9096, authentication: 'oauth' } },
    },
    twoOnOnePort: { [`${main}.listeners`]: { scram: inside('scram-sha-512'), tls: inside('mtls') } },
    saidTwice: { ...listener('inside', inside('scram-sha-512')), [`${main}.authentication`]: ['scram-sha-512'] },
  },
  authorization: { simple: {}, none: { [`${main}.authorization`]: 'none' } },
  clientCertificates: { operator: {}, external: { [`${main}.clientCertificates`]: 'external' } },
  connections: { externalSecrets: {}, accessOperator: { [`${main}.connections`]: 'access-operator' } },
  version: {
    unsaid: {},
    before: { [`${main}.version`]: '4.2.1' },
    staged: { [`${main}.version`]: '4.3.1', [`${main}.metadataVersion`]: '4.2-IV1' },
    metadataAhead: { [`${main}.version`]: '4.2.1', [`${main}.metadataVersion`]: '4.3-IV0' },
    unknown: { [`${main}.version`]: '4.1.0' },
  },
  brokerConfig: {
    unsaid: {},
    own: { [`${main}.config`]: { 'log.retention.check.interval.ms': 60_000, 'num.io.threads': 16 } },
    forbidden: { [`${main}.config`]: { 'listener.security.protocol.map': 'PLAIN:PLAINTEXT' } },
  },
  cruiseControl: {
    none: {},
    unsaid: { [`${main}.cruiseControl`]: {} },
    goals: {
      [`${main}.cruiseControl`]: {
        goals: ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal', 'ReplicaDistributionGoal'],
        defaultGoals: ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal'],
        hardGoals: ['RackAwareGoal', 'DiskCapacityGoal'],
        autoRebalance: false,
      },
    },
    rebalances: rebalances({
      all: { goals: ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal', 'LeaderReplicaDistributionGoal'] },
      came: { mode: 'add-brokers', brokers: [1, 2] },
    }),
    removesBroker: rebalances({ goes: { mode: 'remove-brokers', brokers: [1] } }),
    removesDisk: rebalances({ disk: { mode: 'remove-disks', volumes: { 1: [1] } } }),
    skipsHardGoals: rebalances({ all: { goals: ['DiskCapacityGoal'], skipHardGoalCheck: true } }),
    betweenDisks: rebalances({ all: { rebalanceDisk: true } }),
    withoutHardGoals: rebalances({ all: { goals: ['DiskCapacityGoal'] } }),
    unknownGoal: {
      [`${main}.cruiseControl`]: { goals: ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal', 'NoSuchGoal'] },
    },
    hardGoalNotThere: {
      [`${main}.cruiseControl`]: {
        goals: ['RackAwareGoal'],
        hardGoals: ['DiskCapacityGoal'],
        defaultGoals: ['RackAwareGoal'],
      },
    },
    noBrokersNamed: { [`${main}.cruiseControl`]: { rebalances: { came: { mode: 'add-brokers' } } } },
  },
  tieredStorage: {
    none: {},
    ownImage: {
      [`${main}.image`]: 'registry.example.com/kafka-tiered:4.3.1',
      [`${main}.tieredStorage`]: {
        className: 'com.example.RemoteStorageManager',
        classPath: '/opt/kafka/plugins/tiered-storage/*',
        config: { 'storage.bucket.name': 'kafka-tiered' },
      },
      'platform.topics[orders.created].config': { 'remote.storage.enable': true },
    },
    imageLacksIt: {
      [`${main}.tieredStorage`]: { className: 'com.example.RemoteStorageManager', classPath: '/opt/plugins/*' },
    },
    topicWithout: { 'platform.topics[orders.created].config': { 'remote.storage.enable': true } },
  },
  quota: {
    none: {},
    kafka: {
      [`${main}.quota`]: {
        type: 'kafka',
        produce: '10MB/s',
        consume: '20MB/s',
        requestPercentage: 50,
        controllerMutationRate: 5,
      },
    },
    strimzi: {
      [`${main}.quota`]: {
        type: 'strimzi',
        produce: '10MB/s',
        consume: '20MB/s',
        minAvailable: '10GiB',
        excludedPrincipals: ['User:admin'],
      },
    },
    ratio: { [`${main}.quota`]: { type: 'strimzi', minAvailableRatio: 0.1 } },
    mixed: { [`${main}.quota`]: { type: 'strimzi', requestPercentage: 50 } },
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
      'bridges.http': { owner: 'orders', produces: { 'orders.created': {} }, certificate: 'bridge-certificate' },
    },
    reading: {
      'bridges.http': {
        owner: 'orders',
        consumes: {
          'orders.totals': { group: 'http-readers', lag: { under: '5m' }, isolation: 'read_committed' },
        },
        certificate: 'bridge-certificate',
      },
    },
    noFlows: { 'bridges.http': { owner: 'orders', certificate: 'bridge-certificate' } },
    portOfMetrics: {
      'bridges.http': { owner: 'orders', produces: { 'orders.created': {} }, certificate: 'bridge', port: 8081 },
    },
  },
  registry: {
    none: {},
    http: { 'schemaRegistries.schemas': { owner: 'data' } },
    https: { 'schemaRegistries.schemas': { owner: 'data', issuer: 'company' } },
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
    nobodyReads: { 'secrets.store': 'vault' },
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

export const featureFactors: readonly Factor[] = Object.entries(features).map(([name, levels]) => ({
  name,
  levels: Object.keys(levels),
}));
