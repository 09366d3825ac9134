import { resolve, small } from './describe';
import { tokenServer } from './token-server';

const outside = { host: 'kafka.example.com', brokerHosts: 'broker-{nodeId}.kafka.example.com' };

/** A listener of each type, and of each way to prove who one is. */
const everyListener = {
  scram: { port: 9093, authentication: 'scram-sha-512' },
  tls: { port: 9094, authentication: 'mtls', authorities: ['company-authority', 'company-authority-next'] },
  each: { type: 'cluster-ip', port: 9095, authentication: 'mtls', issuer: 'other' },
  balanced: {
    type: 'loadbalancer',
    port: 9096,
    authentication: 'scram-sha-512',
    class: 'private',
    loadBalancerSourceRanges: ['10.0.0.0/8'],
    ...outside,
  },
  ports: { type: 'nodeport', port: 9097, authentication: 'mtls', ...outside },
  nginx: { type: 'ingress', port: 9098, authentication: 'mtls', class: 'nginx', ...outside },
  openshift: { type: 'route', port: 9099, authentication: 'mtls', ...outside },
  gateway: {
    type: 'tlsroute',
    port: 9100,
    authentication: 'mtls',
    ...outside,
    gateway: { name: 'edge', namespace: 'gateways', section: 'kafka' },
  },
  tokens: {
    port: 9101,
    authentication: 'oauth',
    oauth: {
      ...tokenServer,
      scope: 'kafka',
      authority: 'login-authority',
    },
  },
} as const;

/** Every way into a cluster, and every way in which a credential comes to an application. */
export const everyAccess = resolve({
  ...small,
  name: 'every-access',
  disposable: true,
  kubernetes: {
    namespace: 'every-access',
    applicationNamespace: 'every-access-applications',
    secretStore: 'company',
    podSecurity: 'baseline',
  },
  secrets: { store: 'vault' },
  clusters: {
    main: {
      backend: 'strimzi',
      issuer: 'company',
      superUsers: ['User:admin', 'User:CN=root'],
      listeners: everyListener,
    },
    brought: {
      backend: 'strimzi',
      authentication: ['scram-sha-512', 'mtls'],
      clientCertificates: 'external',
      connections: 'access-operator',
    },
    vaulted: {
      backend: 'strimzi',
      authentication: ['mtls'],
      certificates: { users: { lasts: '72h', renewBefore: '40h' } },
      clientCertificates: {
        by: 'vault',
        server: 'https://vault.example.com:8200',
        mount: 'pki-kafka',
        role: 'kafka-clients',
        login: { role: 'kafka', mount: 'kubernetes-stage' },
        authority: 'vault-authority',
        namespace: 'teams',
      },
    },
    open: {
      backend: 'strimzi',
      authorization: 'none',
      listeners: {
        plain: { port: 9092, tls: false, authentication: 'none' },
        tls: { port: 9093, authentication: 'none' },
      },
    },
  },
  platform: {
    ...small.platform,
    topics: {
      'orders.created': { owner: 'orders', cluster: 'main' },
      'orders.audited': { owner: 'orders', cluster: 'brought' },
      'orders.sealed': { owner: 'orders', cluster: 'vaulted' },
      'orders.scratch': { owner: 'orders', cluster: 'open' },
    },
    applications: {
      shop: { owner: 'orders', cluster: 'main', produces: { 'orders.created': {} } },
      billing: {
        owner: 'orders',
        cluster: 'main',
        namespace: 'every-access-billing',
        authentication: 'mtls',
        consumes: { 'orders.created': {} },
      },
      'token-holder': {
        owner: 'orders',
        cluster: 'main',
        namespace: 'every-access-elsewhere',
        authentication: 'oauth',
        consumes: { 'orders.created': {} },
      },
      auditor: { owner: 'orders', cluster: 'brought', authentication: 'mtls', consumes: { 'orders.audited': {} } },
      notary: { owner: 'orders', cluster: 'vaulted', produces: { 'orders.sealed': {} } },
      writer: { owner: 'orders', cluster: 'brought', produces: { 'orders.audited': {} } },
    },
  },
});
