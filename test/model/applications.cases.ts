import { consumes, counting, extra, shop } from './changes';
import type { RuleCase } from './rule-case';

export const applicationCases: Readonly<Record<string, RuleCase>> = {
  'KFK-A001': {
    failing: { 'platform.applications.Shop_1': { owner: 'orders', produces: { 'orders.created': {} } } },
    nearly: { 'platform.applications.shop-1': { owner: 'orders', produces: { 'orders.created': {} } } },
  },
  'KFK-A002': { failing: { 'platform.applications.idle': { owner: 'orders' } }, nearly: {} },
  'KFK-A003': {
    failing: {
      'platform.applications.audit': { owner: 'orders', consumes: { 'orders.created': { group: 'billing' } } },
    },
    nearly: {
      'platform.applications.audit': { owner: 'orders', consumes: { 'orders.created': { group: 'billing-2' } } },
    },
  },
  'KFK-A004': { failing: { [`${consumes}.group`]: 'billing:eu' }, nearly: { [`${consumes}.group`]: 'billing.eu' } },
  'KFK-A011': {
    failing: {
      ...extra('orders.paid'),
      'platform.applications.billing.consumes': { 'orders.created': { group: 'a.b' }, 'orders.paid': { group: 'a_b' } },
    },
    nearly: {
      ...extra('orders.paid'),
      'platform.applications.billing.consumes': { 'orders.created': { group: 'a.b' }, 'orders.paid': { group: 'a.b' } },
    },
  },
  'KFK-A005': {
    failing: { [`${shop}.transactional`]: true, [`${shop}.produces`]: undefined },
    nearly: { [`${shop}.transactional`]: true },
  },
  'KFK-A006': {
    failing: { ...counting, ...extra('counter-orders.created') },
    nearly: { ...counting, ...extra('counters.created') },
  },
  'KFK-A008': {
    failing: { 'platform.applications.billing.instances': 4 },
    nearly: { 'platform.applications.billing.instances': 3 },
  },
  'KFK-A009': { failing: { [`${shop}.instances`]: 0 }, nearly: { [`${shop}.instances`]: 1 } },
  'KFK-A010': {
    failing: { [`${shop}.authentication`]: 'mtls' },
    nearly: { [`${shop}.authentication`]: 'scram-sha-512' },
  },
  'KFK-A012': {
    failing: { ...counting, 'platform.applications.counter.consumes[orders.created].group': 'counting' },
    nearly: { ...counting, 'platform.applications.counter.consumes[orders.created].group': 'counter' },
  },
};
