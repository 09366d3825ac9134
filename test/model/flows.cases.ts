import { consumes, extra, placed, production, removal, shop, topic, two } from './changes';
import type { RuleCase } from './rule-case';

export const flowCases: Readonly<Record<string, RuleCase>> = {
  'KFK-F001': {
    failing: { [`${shop}.produces`]: { 'orders.create': {} } },
    nearly: { [`${shop}.produces`]: { 'orders.created': {} } },
  },
  'KFK-F007': { failing: { ...two, ...placed, [`${shop}.cluster`]: 'other' }, nearly: { ...two, ...placed } },
  'KFK-F002': {
    failing: { [`${consumes}.deadLetter.attempts`]: 0 },
    nearly: { [`${consumes}.deadLetter.attempts`]: 1 },
  },
  'KFK-F003': {
    failing: { [`${consumes}.deadLetter`]: { attempts: 6, backoff: '1m' } },
    nearly: { [`${consumes}.deadLetter`]: { attempts: 5, backoff: '1m' } },
  },
  'KFK-F004': {
    failing: { [`${consumes}.deadLetter.retention`]: '6d' },
    nearly: { [`${consumes}.deadLetter.retention`]: '7d' },
  },
  'KFK-F005': {
    failing: { 'platform.applications.billing.produces': { 'orders.created': {} } },
    nearly: { ...extra('orders.billed'), 'platform.applications.billing.produces': { 'orders.billed': {} } },
  },
  'KFK-F006': {
    failing: { [`${shop}.transactional`]: true, [`${consumes}.isolation`]: 'read_uncommitted' },
    nearly: { [`${shop}.transactional`]: true },
  },
  'KFK-F010': {
    failing: {
      ...extra('orders'),
      'platform.applications.audit': {
        owner: 'orders',
        consumes: { orders: { group: 'created.billing', deadLetter: {} } },
      },
    },
    nearly: {
      ...extra('orders'),
      'platform.applications.audit': {
        owner: 'orders',
        consumes: { orders: { group: 'created-billing', deadLetter: {} } },
      },
    },
  },
  'KFK-F008': { failing: { ...production, [`${consumes}.deadLetter`]: undefined }, nearly: { ...production } },
  'KFK-F009': {
    failing: { [`${topic}.removed`]: { reason: 'nobody reads it', until: '2027-01-01', data: 'keep' } },
    nearly: removal('2027-01-01'),
  },
};
