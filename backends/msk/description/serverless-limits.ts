import type { Limit } from '../../../model/limits';

const common = {
  tiers: ['serverless'],
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#serverless-quota',
  read: '2026-11-21',
} as const;

/** What a serverless cluster holds. */
export const serverlessLimits: readonly Limit[] = [
  {
    ...common,
    code: 'KFK-L333',
    title: 'A serverless cluster has few enough partitions of topics that are not compacted',
    measure: 'partitions-not-compacted',
    max: 2400,
    unit: 'partitions that are not compacted',
    instead: 'give topics fewer partitions, or place some of them on a second cluster',
    severity: 'error',
  },
  {
    ...common,
    code: 'KFK-L334',
    title: 'A serverless cluster has few enough partitions of compacted topics',
    measure: 'compacted-partitions',
    max: 120,
    unit: 'compacted partitions',
    instead: 'give topics fewer partitions, or place some of them on a second cluster',
    severity: 'error',
  },
  {
    ...common,
    code: 'KFK-L335',
    title: 'A batch of records on a serverless cluster is small enough',
    measure: 'record-batch-bytes',
    max: 8_388_608,
    unit: 'bytes',
    severity: 'error',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/serverless-config.html',
  },
  {
    ...common,
    code: 'KFK-L336',
    title: 'A serverless cluster has few enough consumer groups',
    measure: 'groups',
    max: 500,
    unit: 'consumer groups',
    instead: 'place some topics and their consumers on a second cluster',
    severity: 'error',
  },
  {
    ...common,
    code: 'KFK-L337',
    title: 'An environment has no more serverless clusters than an account may have without asking',
    measure: 'clusters-of-tier',
    max: 10,
    unit: 'serverless clusters',
    severity: 'warning',
  },
];
