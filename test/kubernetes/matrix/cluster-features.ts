import type { Levels, Said } from '../../support/matrix/said';
import { certificateFeatures } from './certificate-features';

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
/** Beside one for whoever has a password. */
const tokens = (said: object): Said => ({
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
        tokenEndpoint: 'https://login.example.com/token',
        scope: 'kafka',
        authority: 'login-authority',
        ...said,
      },
    },
  },
});
const signsIn = (client: object, server: object = {}): Said => ({
  ...tokens(server),
  'platform.applications.shop.authentication': 'oauth',
  'platform.applications.shop.oauth': client,
});
const rebalances = (said: object): Said => ({ [`${main}.cruiseControl`]: { rebalances: said } });

/** What a cluster is made of, how it is reached, and what runs in it. */
export const clusterFeatures: Readonly<Record<string, Levels>> = {
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
    issuedByTwo: listener('inside', { ...outside, issuer: 'company', authorities: ['company', 'company-next'] }),
    keysHandedOut: listener('inside', { ...outside, issuer: 'company', authorities: ['main-listener-inside'] }),
    loadBalancer: outer({ type: 'loadbalancer', loadBalancerSourceRanges: ['10.0.0.0/8'], class: 'internal' }),
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
    oauth: tokens({}),
    oauthBySecret: signsIn({ clientId: 'shop' }),
    oauthByAssertion: signsIn({ clientId: 'shop', assertionFile: '/var/run/secrets/tokens/shop' }),
    oauthByToken: signsIn({ user: 'shop', tokenFile: '/var/run/secrets/tokens/kafka' }),
    oauthOfAnotherName: signsIn({ clientId: 'orders-shop', assertionFile: '/var/run/secrets/tokens/shop' }),
    oauthByBoth: signsIn({ assertionFile: '/tokens/shop', tokenFile: '/tokens/kafka' }),
    oauthBySubject: signsIn({ user: 'CN=shop', tokenFile: '/tokens/kafka' }),
    oauthAsAnother: signsIn({ user: 'billing', tokenFile: '/tokens/kafka' }),
    oauthFromNowhere: signsIn({ clientId: 'shop' }, { tokenEndpoint: undefined, scope: undefined }),
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
  ...certificateFeatures,
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
    excepted: { [`${main}.config`]: { 'broker.session.timeout.ms': 18_000, 'controller.socket.timeout.ms': 60_000 } },
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
    network: {
      [`${main}.cruiseControl`]: {
        brokerCapacity: { inboundNetwork: '125MB/s', outboundNetwork: '1GB/s' },
        memory: '2GiB',
        hardGoals: ['RackAwareGoal', 'NetworkInboundCapacityGoal'],
      },
    },
    littleMemory: { [`${main}.cruiseControl`]: { memory: '256MiB' } },
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
};
