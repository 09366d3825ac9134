import type { RuleCase } from './rule-case';

const scaled = (scaling: object, partitions = 3) => ({
  'platform.topics[orders.created].partitions': partitions,
  'platform.applications.billing.scaling': scaling,
});
const both = (deployment: string) => ({
  'platform.topics[orders.paid]': { owner: 'orders' },
  'platform.applications.shop.produces[orders.paid]': {},
  'platform.applications.billing.scaling': { deployment: 'worker' },
  'platform.applications.audit': {
    owner: 'orders',
    consumes: { 'orders.paid': {} },
    scaling: { deployment },
  },
});

export const scalingCases: Readonly<Record<string, RuleCase>> = {
  'KFK-A020': { failing: scaled({ max: 4 }), nearly: scaled({ max: 3 }) },
  'KFK-A021': { failing: scaled({ min: 4 }), nearly: scaled({ min: 3 }) },
  'KFK-A022': { failing: scaled({ lagThreshold: 0 }), nearly: scaled({ lagThreshold: 1, min: 0 }) },
  'KFK-A023': {
    failing: { 'platform.applications.shop.scaling': {} },
    nearly: { 'platform.applications.billing.scaling': {} },
  },
  'KFK-A024': { failing: scaled({ deployment: 'Billing_Worker' }), nearly: scaled({ deployment: 'billing-worker' }) },
  'KFK-A025': { failing: both('worker'), nearly: both('auditor') },
};
