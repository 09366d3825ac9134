import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';

/**
 * Where the platform is tried first, on Kubernetes by Strimzi; its data may be destroyed by the description alone. Flux
 * applies what is committed to its repository, and installs the operators that read it.
 */
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
  delivery: 'gitops',
  gitops: {
    controller: 'flux',
    repository: 'https://git.example.com/platform/kafka-dev',
    operators: ['strimzi', 'cert-manager', 'external-secrets', 'kube-prometheus-stack', 'keda'],
  },
  clusters: {
    main: {
      backend: 'strimzi',
      brokers: 3,
      storage: '50GiB',
      memory: '2GiB',
      authentication: ['scram-sha-512', 'mtls'],
      cruiseControl: { autoRebalance: true },
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
  bridges: {
    'web-orders': { owner: 'orders', cluster: 'main', produces: { 'orders.created': {} } },
  },
  schemaRegistries: {
    // A ClusterIssuer that is there already: cert-manager is installed above, whom it trusts is not decided here.
    schemas: { owner: 'orders', cluster: 'main', issuer: 'company' },
  },
  secrets: { store: 'kubernetes', users: 'two' },
  overrides: {
    topics: {
      'orders.created': { partitions: 6 },
      'orders.paid': { partitions: 6 },
      'orders.shipped': { partitions: 6 },
    },
    applications: {
      'inventory-service': { scaling: { max: 4 } },
      'notification-service': { authentication: 'mtls' },
    },
  },
});
