import type { Feature } from '../../model/capabilities';
import type { Cluster } from '../../model/cluster';
import type { ApiVersions } from './api-versions';

/** The request that a feature stands on, and the version of it that is needed. What no request tells is not here. */
const evidence = {
  topics: { key: 19, name: 'CreateTopics' },
  idempotence: { key: 22, name: 'InitProducerId' },
  transactions: { key: 28, name: 'TxnOffsetCommit' },
  streams: { key: 21, name: 'DeleteRecords' },
  'consumer-protocol': { key: 68, name: 'ConsumerGroupHeartbeat' },
  'share-groups': { key: 76, name: 'ShareGroupHeartbeat' },
  'prefixed-permissions': { key: 30, name: 'CreateAcls', version: 1 },
  'deny-permissions': { key: 30, name: 'CreateAcls' },
  'user-quotas': { key: 49, name: 'AlterClientQuotas' },
  'client-quotas': { key: 49, name: 'AlterClientQuotas' },
  'scram-sha-256': { key: 51, name: 'AlterUserScramCredentials' },
  'scram-sha-512': { key: 51, name: 'AlterUserScramCredentials' },
} as const satisfies Partial<Record<Feature, { key: number; name: string; version?: number }>>;

/** What a `kafka` cluster's `features` may say after its brokers were asked. */
export type ProbedFeatures = Readonly<Partial<Record<Feature, boolean>>>;

export function featuresOf(versions: ApiVersions): ProbedFeatures {
  return Object.fromEntries(
    Object.entries(evidence).map(([feature, needed]) => {
      const highest = versions.get(needed.key);
      const least = 'version' in needed ? needed.version : 0;
      return [feature, highest !== undefined && highest >= least];
    }),
  );
}

/** Where the brokers contradict what the description says, or what it implies by its version. */
export const contradictions = ({ capabilities }: Pick<Cluster, 'capabilities'>, probed: ProbedFeatures): string[] =>
  Object.entries(probed).flatMap(([name, has]) => {
    const feature = name as Feature;
    const described = capabilities[feature].support !== 'unsupported';
    if (described === has) return [];
    return [`${feature}: the brokers ${has ? 'have' : 'lack'} it; say features: { '${feature}': ${has} }`];
  });
