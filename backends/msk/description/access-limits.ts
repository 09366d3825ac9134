import type { Limit } from '../../../model/limits';
import { topicConfigsOf } from '../../../render/msk/topic-configs';

/** What topics may be told where Amazon MSK decides the rest. */
export const accessLimits: readonly Limit[] = [
  {
    code: 'KFK-L340',
    title: 'A record batch is small enough for a serverless cluster',
    measure: 'record-batch-bytes',
    max: 8 * 1024 * 1024,
    tiers: ['serverless'],
    unit: 'bytes',
    severity: 'error',
    source: topicConfigsOf.serverless.source,
    read: topicConfigsOf.serverless.read,
  },
];
