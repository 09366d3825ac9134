import { extra, production, shop, topic } from './changes';
import type { RuleCase } from './rule-case';

const renamed = (name: string) => ({
  'platform.topics': { [name]: { owner: 'orders' } },
  'platform.applications': { shop: { owner: 'orders', produces: { [name]: {} } } },
});

export const topicCases: Readonly<Record<string, RuleCase>> = {
  'KFK-T001': { failing: renamed('orders created'), nearly: renamed('orders.created_2-x') },
  'KFK-T002': {
    failing: { [`${topic}.config`]: { 'retention.ms': 1 } },
    nearly: { [`${topic}.config`]: { 'segment.ms': 1 } },
  },
  'KFK-T003': {
    failing: { [`${topic}.config`]: { 'segment.ms': 0 } },
    nearly: { [`${topic}.config`]: { 'segment.ms': 1 } },
  },
  'KFK-T004': { failing: renamed('OrdersCreated'), nearly: renamed('orders-2.created') },
  'KFK-T005': { failing: extra('orders_created'), nearly: extra('orders-created.v2') },
  'KFK-T006': { failing: extra('__orders.created'), nearly: extra('o__.created') },
  'KFK-T007': { failing: { [`${topic}.replicationFactor`]: 4 }, nearly: { [`${topic}.replicationFactor`]: 3 } },
  'KFK-T008': {
    failing: { ...production, [`${topic}.replicationFactor`]: 2 },
    nearly: { ...production, [`${topic}.replicationFactor`]: 3 },
  },
  'KFK-T009': { failing: { [`${topic}.minInsyncReplicas`]: 3 }, nearly: { [`${topic}.minInsyncReplicas`]: 2 } },
  'KFK-T010': {
    failing: { ...production, [`${topic}.minInsyncReplicas`]: 1 },
    nearly: { ...production, [`${topic}.minInsyncReplicas`]: 2 },
  },
  'KFK-T011': { failing: { [`${topic}.partitions`]: 0 }, nearly: { [`${topic}.partitions`]: 1 } },
  'KFK-T012': {
    failing: { [`${topic}.classification`]: 'personal', [`${topic}.retention`]: 'unlimited' },
    nearly: { [`${topic}.classification`]: 'confidential', [`${topic}.retention`]: 'unlimited' },
  },
  'KFK-T013': {
    failing: { [`${topic}.cleanup`]: 'compact', [`${topic}.retention`]: '7d' },
    nearly: { [`${topic}.cleanup`]: 'compact,delete', [`${topic}.retention`]: '7d' },
  },
  'KFK-T014': { failing: { [shop]: undefined }, nearly: { 'platform.applications.billing': undefined } },
  'KFK-T015': { failing: { 'platform.topics[orders.unused]': { owner: 'orders' } }, nearly: extra('orders.used') },
  'KFK-T016': {
    failing: { ...production, [`${topic}.config`]: { 'unclean.leader.election.enable': true } },
    nearly: { ...production, [`${topic}.config`]: { 'unclean.leader.election.enable': false } },
  },
  'KFK-T017': {
    failing: { [`${topic}.classification`]: 'personal', [`${topic}.retention`]: '6d' },
    nearly: { [`${topic}.classification`]: 'personal', [`${topic}.retention`]: '7d' },
  },
};
