import type { RuleCase } from './rule-case';

const onKubernetes = { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } };
const produces = { 'orders.created': {} };
/** A bridge through which orders may be written. */
const bridge = (more: object = {}, name = 'web') => ({
  ...onKubernetes,
  [`bridges.${name}`]: { owner: 'orders', produces, ...more },
});
const production = {
  ...onKubernetes,
  profile: 'production',
  'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone' },
};
const another = { 'platform.topics[orders.paid]': { owner: 'orders' } };
const consumes = (isolation: string) => ({ 'orders.created': { isolation }, 'orders.paid': {} });
const paying = {
  ...another,
  'platform.applications.payer': { owner: 'orders', produces: { 'orders.paid': {} }, transactional: true },
};

export const bridgeCases: Readonly<Record<string, RuleCase>> = {
  'KFK-B001': { failing: bridge({ cluster: 'mian' }), nearly: bridge({ cluster: 'main' }) },
  'KFK-B002': { failing: { ...bridge(), 'clusters.main': { backend: 'kafka' } }, nearly: bridge() },
  'KFK-B003': { failing: bridge({}, 'a'.repeat(49)), nearly: bridge({}, 'a'.repeat(48)) },
  'KFK-B004': { failing: bridge({}, 'main-web'), nearly: bridge({}, 'mainly-web') },
  'KFK-B005': { failing: bridge({ port: 8081 }), nearly: bridge({ port: 8082 }) },
  'KFK-B006': { failing: bridge({ instances: 0 }), nearly: bridge({ instances: 1 }) },
  'KFK-B007': {
    failing: bridge({ allowedOrigins: ['https://shop.example.com/'] }),
    nearly: bridge({ allowedOrigins: ['https://shop.example.com', 'http://localhost:3000'] }),
  },
  'KFK-B008': { failing: bridge({ produces: {} }), nearly: bridge() },
  'KFK-B009': {
    failing: bridge({ authentication: 'mtls' }),
    nearly: { ...bridge({ authentication: 'mtls' }), 'clusters.main.authentication': ['scram-sha-512', 'mtls'] },
  },
  'KFK-B010': {
    failing: { ...bridge(), ...production },
    nearly: { ...bridge({ issuer: 'company' }), ...production },
  },
  'KFK-B011': {
    failing: bridge({ instances: 2, consumes: { 'orders.created': {} }, produces: {} }),
    nearly: bridge({ instances: 2 }),
  },
  'KFK-B012': {
    failing: { ...bridge({ consumes: consumes('read_uncommitted'), produces: {} }), ...paying },
    nearly: { ...bridge({ consumes: consumes('read_committed'), produces: {} }), ...paying },
  },
  'KFK-B013': { failing: bridge({ clients: ['Shop'] }), nearly: bridge({ clients: ['shop'] }) },
  'KFK-B016': { failing: bridge({ memory: '255MiB' }), nearly: bridge({ memory: '256MiB' }) },
  'KFK-B015': { failing: bridge({ issuer: 'our company' }), nearly: bridge({ issuer: 'company.example.com' }) },
};
