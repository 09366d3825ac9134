import { resolve, small } from './describe';
import { balancing, scaled, userQuota } from './every-balancing';
import { pooled, pools } from './every-pool';

/** What no committed environment says, so that every option on Kubernetes is judged once. */
export const everyOption = resolve({
  ...small,
  name: 'every-option',
  disposable: true,
  kubernetes: {
    namespace: 'every-option',
    applicationNamespace: 'every-option-applications',
    operatorNamespace: 'every-option-operator',
    prometheusNamespace: 'observability',
    kedaNamespace: 'autoscaling',
    prometheusLabels: { prometheus: 'main' },
    runbooks: 'https://example.com/docs/runbooks',
  },
  clusters: {
    main: {
      backend: 'strimzi',
      version: '4.2.1',
      brokers: 1,
      controllers: 1,
      storage: '1.5TiB',
      storageClass: 'fast',
      memory: '1.5GB',
      cpu: 0.5,
      rack: 'topology.kubernetes.io/zone',
      issuer: 'company',
      certificates: {
        cluster: { own: true, lasts: '365d', renewBefore: '30d' },
        clients: { lasts: '730d', renewBefore: '60d', atEnd: 'replace-key' },
        users: { lasts: '30d', renewBefore: '10d' },
        listeners: { lasts: '720h', renewBefore: '240h' },
        maintenanceWindows: ['* * 1-3 ? * SUN'],
      },
      authentication: ['mtls', 'scram-sha-512'],
      quota: userQuota,
    },
    standby: { backend: 'strimzi', ...balancing, ...pooled, pools: { ...balancing.pools, ...pools } },
  },
  operators: {
    oncall: {
      owner: 'orders',
      role: 'break-glass',
      until: '2026-11-23',
      reason: 'INC-4711',
      cluster: 'main',
      hosts: ['10.0.0.7'],
      denies: [{ group: 'billing', operations: ['Delete'], hosts: ['10.0.0.7'] }],
      namespace: 'every-option-operators',
    },
    auditor: {
      owner: 'orders',
      role: 'read-only',
      cluster: 'main',
      authentication: 'scram-sha-512',
      namespace: 'every-option-auditors',
    },
  },
  replications: { copy: { owner: 'orders', from: 'main', to: 'standby', rpo: '1m', instances: 2, tasks: 2 } },
  connectClusters: {
    pipeline: {
      owner: 'orders',
      instances: 3,
      image: 'registry.example.com/connect:1',
      plugins: ['debezium', 'files'],
      memory: '1GiB',
      cpu: 0.25,
      rack: 'topology.kubernetes.io/zone',
      exactlyOnce: true,
      config: { 'offset.flush.interval.ms': 10_000 },
    },
    idle: { owner: 'orders', authentication: 'scram-sha-512' },
  },
  bridges: {
    web: {
      owner: 'orders',
      produces: { 'orders.created': {} },
      consumes: { 'orders.created': {} },
      port: 9443,
      issuer: 'company',
      allowedOrigins: ['https://shop.example.com'],
      clients: ['web-shop', 'web-office'],
      memory: '1GiB',
    },
    'web-writer': {
      owner: 'orders',
      produces: { 'orders.created': {} },
      instances: 2,
      authentication: 'scram-sha-512',
    },
  },
  schemaRegistries: {
    schemas: {
      owner: 'orders',
      instances: 1,
      image: 'registry.example.com/apicurio-registry:3.3.3',
      issuer: 'company',
      clients: ['web-shop'],
      memory: '2GiB',
    },
    drafts: { owner: 'orders', authentication: 'scram-sha-512' },
  },
  platform: {
    ...small.platform,
    plugins: {
      debezium: {
        artifacts: [
          {
            group: 'io.debezium',
            artifact: 'debezium-connector-postgres',
            version: '3.7.0.Final',
            classifier: 'plugin',
            type: 'tar.gz',
            sha512: 'a'.repeat(128),
          },
        ],
      },
      files: { artifacts: [{ group: 'org.apache.kafka', artifact: 'connect-file', version: '4.3.1' }] },
    },
    connectors: {
      inventory: {
        owner: 'orders',
        plugin: 'debezium',
        connectCluster: 'pipeline',
        postgres: {
          host: 'database.example.com',
          database: 'shop',
          tables: ['public.orders', 'public.Order_Lines'],
          credentials: { secret: 'inventory' },
          signals: true,
        },
      },
      archive: {
        owner: 'orders',
        plugin: 'files',
        connectCluster: 'pipeline',
        class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
        consumes: { 'inventory.public.orders': { deadLetter: {}, lag: { under: '1m' } } },
        tasks: 2,
        state: 'paused',
        secrets: { file: { secret: 'archive', key: 'file' } },
      },
    },
    topics: {
      ...small.platform.topics,
      'orders_and.UPPER-case': { owner: 'orders', config: { 'segment.ms': 3_600_000 } },
      'orders.kept': { owner: 'orders', removed: { reason: 'nobody reads it', until: '2027-01-01', data: 'keep' } },
      'orders.destroyed': {
        owner: 'orders',
        removed: { reason: 'nobody reads it', until: '2027-01-01', data: 'destroy' },
      },
    },
    applications: {
      ...small.platform.applications,
      ...scaled,
      shop: {
        owner: 'orders',
        produces: { 'orders.created': {}, 'orders_and.UPPER-case': {} },
        transactional: true,
        authentication: 'scram-sha-512',
        hosts: ['10.0.0.7', 'fe80:0:0:0:0:0:0:7'],
        denies: [{ topic: 'orders', prefix: true, operations: ['Delete', 'All'], hosts: ['10.0.0.8'] }],
        quota: { produce: '1MB/s', consume: '2MB/s', requestPercentage: 50 },
      },
    },
  },
});
