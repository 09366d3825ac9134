import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';

/** Where the platform is tried first, on Kubernetes by Strimzi; its data may be destroyed by the description alone. */
export const dev = defineEnvironment({
  name: 'dev',
  platform,
  disposable: true,
  kubernetes: {
    namespace: 'kafka-dev',
    applicationNamespace: 'applications-dev',
    operatorNamespace: 'strimzi',
    runbooks: 'https://example.com/kafka-platform/docs/runbooks',
  },
  clusters: {
    main: {
      backend: 'strimzi',
      brokers: 3,
      storage: '50GiB',
      memory: '2GiB',
      authentication: ['scram-sha-512', 'mtls'],
    },
    standby: { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' },
  },
  replications: {
    'orders-standby': {
      owner: 'orders',
      from: 'main',
      to: 'standby',
      topics: ['orders.created', 'orders.paid', 'orders.shipped'],
      rpo: '1m',
    },
  },
  secrets: { store: 'kubernetes' },
  overrides: {
    topics: {
      'orders.created': { partitions: 6 },
      'orders.paid': { partitions: 6 },
      'orders.shipped': { partitions: 6 },
    },
    applications: {
      'notification-service': { authentication: 'mtls' },
    },
  },
});
