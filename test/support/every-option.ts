import { resolve, small } from './describe';
import { balancing, scaled, userQuota } from './every-balancing';

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
      authentication: ['mtls', 'scram-sha-512'],
      quota: userQuota,
    },
    standby: { backend: 'strimzi', ...balancing },
  },
  replications: { copy: { owner: 'orders', from: 'main', to: 'standby', rpo: '1m', instances: 2, tasks: 2 } },
  bridges: {
    web: {
      owner: 'orders',
      produces: { 'orders.created': {} },
      consumes: { 'orders.created': {} },
      port: 9443,
      certificate: 'web-tls',
      allowedOrigins: ['https://shop.example.com'],
      clients: ['web-shop', 'web-office'],
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
    },
    drafts: { owner: 'orders', authentication: 'scram-sha-512' },
  },
  platform: {
    ...small.platform,
    topics: {
      ...small.platform.topics,
      'orders_and.UPPER-case': { owner: 'orders', config: { 'segment.ms': 3_600_000 } },
      'orders.kept': { owner: 'orders', removed: { reason: 'unused', until: '2027-01-01', data: 'keep' } },
      'orders.destroyed': { owner: 'orders', removed: { reason: 'unused', until: '2027-01-01', data: 'destroy' } },
    },
    applications: {
      ...small.platform.applications,
      ...scaled,
      shop: {
        owner: 'orders',
        produces: { 'orders.created': {}, 'orders_and.UPPER-case': {} },
        transactional: true,
        authentication: 'scram-sha-512',
        quota: { produce: '1MB/s', consume: '2MB/s', requestPercentage: 50 },
      },
    },
  },
});
