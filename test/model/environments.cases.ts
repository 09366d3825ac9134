import { consumes, placed, production, removal, shop, topic, two } from './changes';
import type { RuleCase } from './rule-case';

export const environmentCases: Readonly<Record<string, RuleCase>> = {
  'KFK-O001': { failing: { [`${topic}.owner`]: 'order' }, nearly: { [`${topic}.owner`]: 'orders' } },
  'KFK-P001': { failing: { ...two }, nearly: { ...two, ...placed } },
  'KFK-E001': {
    failing: { 'overrides.topics': { 'orders.create': { partitions: 6 } } },
    nearly: { 'overrides.topics': { 'orders.created': { partitions: 6 } } },
  },
  'KFK-E002': { failing: { name: 'Test 1' }, nearly: { name: 'test-1' } },
  'KFK-E003': { failing: { ...production, disposable: true }, nearly: { ...production, disposable: false } },
  'KFK-E004': { failing: { promotesFrom: 'test' }, nearly: { promotesFrom: 'dev' } },
  'KFK-E005': { failing: removal('2026-11-20'), nearly: removal('2026-11-21') },
  'KFK-E009': { failing: { 'secrets.store': 'key-vault' }, nearly: { 'secrets.store': 'files' } },
  'KFK-E010': {
    failing: { kubernetes: { namespace: 'Kafka_NS' } },
    nearly: { kubernetes: { namespace: '3-kafka--ns' } },
  },
  'KFK-E006': {
    failing: { secrets: { store: 'files', versions: { shop: 0 } } },
    nearly: { secrets: { store: 'files', versions: { shop: 1 } } },
  },
  'KFK-O002': {
    failing: { 'platform.owners.orders.contact': 'the orders team' },
    nearly: { 'platform.owners.orders.contact': 'https://chat.example.com/orders' },
  },
  'KFK-O003': {
    failing: { 'platform.owners.ghosts': { contact: 'ghosts@example.com' } },
    nearly: { 'platform.owners.ghosts': { contact: 'ghosts@example.com' }, [`${shop}.owner`]: 'ghosts' },
  },
  'KFK-O004': {
    failing: { ...production, [`${consumes}.lag`]: { under: '1m' }, 'platform.owners.orders.page': undefined },
    nearly: { ...production, [`${consumes}.lag`]: { under: '1m' } },
  },
};
