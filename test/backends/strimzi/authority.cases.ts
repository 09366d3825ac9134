import type { RuleCase } from '../../model/rule-case';

const listening = (said: object) => ({
  kubernetes: {},
  'clusters.main': {
    backend: 'strimzi',
    listeners: { scram: { port: 9093, authentication: 'scram-sha-512', ...said } },
  },
});
const atEnd = (settings: object) => ({
  profile: 'production',
  kubernetes: {},
  'clusters.main': {
    backend: 'strimzi',
    certificates: { cluster: { renewBefore: '30d', atEnd: 'replace-key' } },
    ...settings,
  },
});

export const authorityCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X095': {
    failing: listening({ authorities: ['company-authority'] }),
    nearly: listening({ issuer: 'company', authorities: ['company-authority', 'company-authority-next'] }),
  },
  'KFK-X096': {
    failing: atEnd({ connections: 'access-operator' }),
    nearly: atEnd({ connections: 'external-secrets' }),
  },
};
