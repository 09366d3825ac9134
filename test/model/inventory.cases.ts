import type { Inventory, InventoryTopic } from '../../model/inventory';
import { counting, placed, removal, topic, two } from './changes';
import type { RuleCase } from './rule-case';

const had = (partitions: number, cleanup = 'delete', cluster = 'main'): Inventory => ({
  topics: { 'orders.created': { cluster, shard: 'orders', partitions, cleanup } },
  applications: {},
});
const approval = (expires: string) => [
  { code: 'KFK-D001', address: 'kafka_topic.orders_gone', reason: 'agreed in INC-4711', owner: 'orders', expires },
];
const bounded = { ...had(3).topics['orders.created'], retention: 604_800_000, retentionSize: -1 } as InventoryTopic;
const recordsGo = [{ ...approval('2027-01-01')[0], code: 'KFK-D006', address: 'kafka_topic.orders_created' }];
const elsewhere = { state: { backend: 's3', bucket: 'state', region: 'eu-west-1' } };
const everything: Inventory = {
  topics: { 'orders.created': bounded, 'orders.created.billing.dlq': bounded },
  applications: { shop: { cluster: 'main', shard: 'orders' }, billing: { cluster: 'main', shard: 'orders' } },
};
const gone: Inventory = {
  topics: { 'orders.gone': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
  applications: {},
};

export const inventoryCases: Readonly<Record<string, RuleCase>> = {
  'KFK-I001': { failing: {}, nearly: removal('2027-01-01'), inventory: gone },
  'KFK-I002': {
    failing: removal('2027-01-01', 'destroy'),
    nearly: { ...removal('2027-01-01', 'destroy'), approvals: approval('2027-01-01') },
    inventory: gone,
  },
  'KFK-I003': { failing: { [`${topic}.partitions`]: 5 }, nearly: { [`${topic}.partitions`]: 6 }, inventory: had(6) },
  'KFK-I004': {
    failing: { [`${topic}.cleanup`]: 'compact', [`${topic}.partitions`]: 7 },
    nearly: { [`${topic}.cleanup`]: 'compact', [`${topic}.partitions`]: 6 },
    inventory: had(6, 'compact'),
  },
  'KFK-T019': {
    failing: { ...counting, [`${topic}.partitions`]: 7 },
    nearly: { ...counting, [`${topic}.partitions`]: 6 },
    inventory: had(6),
  },
  'KFK-I005': {
    failing: { ...two, ...placed, [`${topic}.cluster`]: 'other' },
    nearly: { ...two, ...placed },
    inventory: had(3),
  },
  'KFK-I006': { failing: elsewhere, nearly: elsewhere, nearlyInventory: everything },
  'KFK-I007': {
    failing: { [`${topic}.retention`]: '1h' },
    nearly: { [`${topic}.retention`]: '1h', approvals: recordsGo },
    inventory: { topics: { 'orders.created': bounded }, applications: {} },
  },
};
