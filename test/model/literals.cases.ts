import type { RuleCase } from './rule-case';

const about = 'platform.topics[orders.created].description';

export const literalCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X050': {
    failing: { [about]: 'open the database by jdbc:postgresql://kit:hunter2@database.example.com/shop' },
    nearly: {
      [about]: 'open the database by jdbc:postgresql://database.example.com/shop, whose password is in a Secret',
    },
  },
};
