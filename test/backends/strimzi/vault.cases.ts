import type { RuleCase } from '../../model/rule-case';

export const vault = {
  by: 'vault',
  server: 'https://vault.example.com:8200',
  role: 'kafka-clients',
  login: { role: 'kafka-main' },
} as const;

const on = (said: object, settings: object = {}, changes: object = {}) => ({
  kubernetes: {},
  'clusters.main': {
    backend: 'strimzi',
    authentication: ['scram-sha-512', 'mtls'],
    clientCertificates: { ...vault, ...said },
    ...settings,
  },
  ...changes,
});
const byCertificate = { 'platform.applications.shop.authentication': 'mtls' };
const called = (length: number) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', authentication: ['mtls'] },
  [`platform.applications.${'a'.repeat(length)}`]: { owner: 'orders', consumes: { 'orders.created': {} } },
});

export const vaultCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X091': {
    failing: on({ server: 'http://vault.example.com:8200' }),
    nearly: on({ mount: 'teams/pki_kafka', namespace: 'teams/kafka', authority: 'vault.authority' }),
  },
  'KFK-X092': { failing: on({}, { authentication: ['scram-sha-512'] }), nearly: on({}) },
  'KFK-X093': {
    failing: on({}, { connections: 'access-operator' }, byCertificate),
    nearly: on({}, { connections: 'access-operator' }),
  },
  'KFK-X094': { failing: called(65), nearly: called(64) },
};
