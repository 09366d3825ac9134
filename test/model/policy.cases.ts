import type { RuleCase } from './rule-case';

const waiver = (expires: string) => ({
  code: 'KFK-K001',
  path: 'clusters.main.brokers',
  reason: 'a proof of concept that nobody relies on',
  owner: 'orders',
  expires,
});

/** Of classifications, exposure and waivers. */
export const policyCases: Readonly<Record<string, RuleCase>> = {
  'KFK-W003': {
    failing: { profile: 'production', waivers: [waiver('2027-11-22')] },
    nearly: { profile: 'production', waivers: [waiver('2027-11-21')] },
  },
};
