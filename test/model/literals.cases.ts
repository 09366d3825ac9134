import type { RuleCase } from './rule-case';

const about = 'platform.topics[orders.created].description';
const onStrimzi = {
  'clusters.main': { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' },
  kubernetes: { secretStore: 'company' },
};

export const secretCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X050': {
    failing: { [about]: 'open the database by jdbc:postgresql://kit:hunter2@database.example.com/shop' },
    nearly: {
      [about]: 'open the database by jdbc:postgresql://database.example.com/shop, whose password is in a Secret',
    },
  },
  'KFK-K550': {
    failing: { 'clusters.main.local': true, 'clusters.main.passwords': { store: 'vault' } },
    nearly: { 'clusters.main.passwords': { store: 'vault' } },
  },
  'KFK-X051': {
    failing: { ...onStrimzi, secrets: { store: 'kubernetes', generated: false } },
    nearly: { ...onStrimzi, secrets: { store: 'vault', generated: false } },
  },
};
