import { type Free, freeLevelsOf } from '../../../support/matrix/free';
import { fields } from './fields';

/**
 * Fields that go with everything, each where the schema has it; where the schema lists what it may be, each of those
 * is a level, else what is given here. What is below `platform` is said there, or in `overrides`.
 */
const free: Free = {
  'platform.owners.orders.description': ['Orders and what becomes of them.'],
  'platform.topics[orders.totals].description': ['What was sold.'],
  'platform.topics[orders.totals].partitions': [6],
  'platform.topics[orders.totals].classification': [],
  'platform.topics[orders.totals].maxMessageSize': ['512KiB'],
  'platform.topics[orders.totals].replicationFactor': [3],
  'platform.topics[orders.totals].minInsyncReplicas': [2],
  'platform.applications.shop.description': ['Takes orders.'],
  'platform.applications.shop.instances': [3],
  'platform.applications.shop.namespace': ['shop'],
  'platform.applications.shop.keystores': [],
  'platform.applications.billing.consumes[orders.created].group': ['billing-2'],
  'platform.applications.billing.consumes[orders.created].deadLetter.attempts': [5],
  'platform.applications.billing.consumes[orders.created].deadLetter.backoff': ['2s'],
  'platform.applications.billing.consumes[orders.created].lag.under': ['5m'],
  'platform.applications.billing.consumes[orders.created].isolation': [],
  'platform.applications.counter.streams.applicationId': ['order-counter'],
  'platform.applications.counter.streams.processingGuarantee': [],
  'clusters.main.deleteLock': [],
  // Not the one of the ids that are given: those may be of others.
  'clusters.main.subscription': ['11111111-1111-1111-1111-111111111111'],
  'secrets.users': [],
  'secrets.lasts': ['90d'],
  'audit.retention': ['1000d'],
  tags: [{ 'cost-center': '4711', team: 'platform' }],
};

/** What each level of a free field says. */
export const freeLevels = freeLevelsOf(free, fields);
