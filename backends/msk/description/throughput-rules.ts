import { own } from '../../../model/by-name';
import type { Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import { expressThroughput } from './instances';
import { mskSettings } from './settings';

const rates = [
  { key: 'producer_byte_rate', field: 'produce', way: 'ingress', does: 'takes in' },
  { key: 'consumer_byte_rate', field: 'consume', way: 'egress', does: 'gives out' },
] as const;

export const quotasWithinBrokers: Rule = {
  code: 'KFK-K343',
  severity: 'warning',
  title: 'Quotas of all users together are within what an express broker takes for long',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-express-quota: MSK slows down everybody',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { instance } = mskSettings(cluster);
      const most = own(expressThroughput, instance);
      if (!most) continue;
      for (const { key, field, way, does } of rates) {
        // Kafka counts a quota on each broker.
        const allowed = allowedOn(draft, cluster.name, key) / 1e6;
        if (allowed > most[way])
          yield at(cluster, 'instance')
            .problem(
              `quotas (${field}) let users move ${allowed} MB/s on each broker, and one of ${instance} ${does} ${most[way]} for long`,
            )
            .fix('lower the quotas, or use larger brokers');
      }
    }
  },
};

function allowedOn(draft: Draft, cluster: string, key: (typeof rates)[number]['key']): number {
  const users = [...draft.applications.values()].filter((application) => application.cluster === cluster);
  return users.reduce((sum, { quota }) => sum + (quota?.[key] ?? 0), 0);
}

export const throughputRules: readonly Rule[] = [quotasWithinBrokers];
