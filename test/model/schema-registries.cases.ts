import type { RuleCase } from './rule-case';

const onKubernetes = { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } };
const registry = (more: object = {}, name = 'schemas') => ({
  ...onKubernetes,
  [`schemaRegistries.${name}`]: { owner: 'orders', ...more },
});
const production = {
  ...onKubernetes,
  profile: 'production',
  'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone' },
};
const journal = (more: object) => ({
  ...registry(),
  'platform.topics[schemas.journal]': { owner: 'orders', partitions: 1, retention: 'unlimited', ...more },
});
const reading = (topic: string, group = 'billing') => ({
  ...registry(),
  'platform.applications.billing.consumes': { [topic]: { group } },
});

export const schemaRegistryCases: Readonly<Record<string, RuleCase>> = {
  'KFK-M001': { failing: registry({ cluster: 'mian' }), nearly: registry({ cluster: 'main' }) },
  'KFK-M002': { failing: { ...registry(), 'clusters.main': { backend: 'kafka' } }, nearly: registry() },
  'KFK-M003': { failing: registry({}, 'a'.repeat(47)), nearly: registry({}, 'a'.repeat(46)) },
  'KFK-M004': { failing: registry({}, 'shop'), nearly: registry({}, 'shops') },
  'KFK-M005': { failing: registry({ instances: 0 }), nearly: registry({ instances: 1 }) },
  'KFK-M006': {
    failing: registry({ authentication: 'scram-sha-256' }),
    nearly: registry({ authentication: 'scram-sha-512' }),
  },
  'KFK-M007': {
    failing: { ...registry(), ...production },
    nearly: { ...registry({ issuer: 'company' }), ...production },
  },
  'KFK-M008': { failing: registry({ clients: [] }), nearly: registry({ clients: ['shop'] }) },
  'KFK-M009': { failing: journal({ retention: '7d' }), nearly: journal({}) },
  'KFK-M011': {
    failing: registry({ image: 'Apicurio Registry' }),
    nearly: registry({ image: `registry.example.com:5000/apicurio/registry:3.3.3@sha256:${'0'.repeat(64)}` }),
  },
  'KFK-M013': { failing: registry({ memory: '255MiB' }), nearly: registry({ memory: '256MiB' }) },
  'KFK-M012': { failing: registry({ issuer: 'our company' }), nearly: registry({ issuer: 'company.example.com' }) },
  'KFK-M010': { failing: reading('schemas.journal'), nearly: reading('schemas.events') },
};
