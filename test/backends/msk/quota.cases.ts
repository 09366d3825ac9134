import type { RuleCase } from '../../model/rule-case';
import { mskCluster } from './cluster';

/** A user with a quota, beside whom others sign in otherwise. */
const signsInBy = (authentication: string): RuleCase['failing'] => ({
  'clusters.main': { ...mskCluster, authentication: ['iam', 'scram-sha-512'] },
  'platform.applications.shop': {
    owner: 'orders',
    produces: { 'orders.created': {} },
    quota: { produce: '1MB/s' },
    authentication,
  },
});

export const mskQuotaCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K378': { failing: signsInBy('iam'), nearly: signsInBy('scram-sha-512') },
};
