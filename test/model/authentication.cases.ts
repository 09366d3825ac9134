import type { RuleCase } from './rule-case';

const endpoint = 'https://login.example.com/token';
const brokersKnow = { issuer: 'https://login.example.com', jwks: 'https://login.example.com/keys', audience: 'kafka' };
const tokens = (oauth: object, more: object = {}) => ({
  'clusters.main': { backend: 'kafka', authentication: ['scram-sha-512', 'oauth'], oauth, ...more },
});
const shop = (oauth: object = {}) => ({
  'platform.applications.shop.authentication': 'oauth',
  'platform.applications.shop.oauth': oauth,
});
const named = { tokenEndpoint: endpoint, userNameClaim: 'azp' };
const certificates = (certificateUsers: string, more: object = {}) => ({
  'clusters.main': { backend: 'kafka', authentication: ['scram-sha-512', 'mtls'], certificateUsers, ...more },
});
const strimzi = (oauth: object, more: object = {}) => ({
  kubernetes: {},
  'clusters.main': {
    backend: 'strimzi',
    listeners: {
      scram: { port: 9093, authentication: 'scram-sha-512' },
      tokens: { port: 9095, authentication: 'oauth', oauth: { ...brokersKnow, tokenEndpoint: endpoint, ...oauth } },
    },
    rack: 'topology.kubernetes.io/zone',
    ...more,
  },
});
const gitops = {
  gitops: { controller: 'argo-cd', repository: 'https://git.example.com/kafka' },
};

export const authenticationCases: Readonly<Record<string, RuleCase>> = {
  'KFK-A030': {
    failing: { ...tokens({}), ...shop() },
    nearly: { ...tokens({}), ...shop({ tokenFile: '/var/run/secrets/kafka/token' }) },
  },
  'KFK-A031': {
    failing: { ...tokens(named), ...shop({ clientId: 'billing' }) },
    nearly: { ...tokens(named), ...shop({ clientId: 'shop-of-another-name' }) },
  },
  'KFK-A032': {
    failing: { ...tokens(named), ...shop({ assertionFile: 'token' }) },
    nearly: { ...tokens(named), ...shop({ assertionFile: '/var/run/secrets/azure/tokens/azure-identity-token' }) },
  },
  'KFK-A033': {
    failing: { ...tokens(named), ...shop({ user: '*' }) },
    nearly: { ...tokens(named), ...shop({ user: 'system:serviceaccount:shop:shop' }) },
  },
  'KFK-A034': {
    failing: { profile: 'production', ...strimzi({ audience: undefined }) },
    nearly: { profile: 'production', ...strimzi({}) },
  },
  'KFK-A036': { failing: strimzi({ audience: undefined }), nearly: strimzi({}) },
  'KFK-K510': {
    failing: { 'clusters.main': { backend: 'kafka', authentication: ['scram-sha-512', 'oauth'] } },
    nearly: tokens({ tokenEndpoint: endpoint }),
  },
  'KFK-K511': {
    failing: tokens({ tokenEndpoint: endpoint, issuer: 'https://login.example.com' }),
    nearly: tokens({ tokenEndpoint: endpoint, ...brokersKnow }, { local: true }),
  },
  'KFK-K512': {
    failing: tokens({ tokenEndpoint: 'http://login.example.com/token' }),
    nearly: tokens({ tokenEndpoint: endpoint }),
  },
  'KFK-K513': { failing: certificates('CN=kafka'), nearly: certificates('CN={name},OU=orders,O=Example') },
  'KFK-K514': {
    failing: { ...strimzi({ userNameClaim: 'azp' }), ...shop({ clientId: 'Shop_1' }) },
    nearly: { ...strimzi({ userNameClaim: 'azp' }), ...shop({ clientId: '5c0ffee0-0000-4000-8000-000000000001' }) },
  },
  'KFK-K515': {
    failing: { ...strimzi({ userNameClaim: 'azp' }), ...shop({ clientId: 'web-shop' }), ...gitops },
    nearly: { ...strimzi({ userNameClaim: 'azp' }), ...shop(), ...gitops },
  },
  'KFK-K516': {
    failing: { ...strimzi({}, { connections: 'access-operator' }), ...shop() },
    nearly: {
      ...strimzi({}, { connections: 'access-operator' }),
      ...shop({ assertionFile: '/var/run/secrets/azure/tokens/azure-identity-token' }),
    },
  },
};
