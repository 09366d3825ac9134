import { type Capabilities, type Capability, type Feature, features } from '../../../model/capabilities';

/** The first version of Apache Kafka that has a feature, and the page that says so. */
type Row = { readonly source: string } & (
  | { readonly since: string }
  /** What Apache Kafka alone never has, and what to use in its place. */
  | { readonly instead: string }
);

const kip = (number: number) => `https://cwiki.apache.org/confluence/display/KAFKA/KIP-${number}`;
const docs = 'https://kafka.apache.org/documentation/';

/** What Apache Kafka can do; a cluster of an older version, or one that states otherwise, cannot. */
export const table = {
  topics: { since: '0.11', source: `${docs}#topicconfigs` },
  compaction: { since: '0.11', source: `${docs}#compaction` },
  // Before 2.8 an idempotent producer also needs IdempotentWrite on the cluster, which no flow asks for.
  idempotence: { since: '2.8', source: kip(679) },
  transactions: { since: '2.8', source: kip(98) },
  streams: { since: '2.8', source: `${docs}streams/developer-guide/security.html` },
  'consumer-protocol': { since: '4.0', source: kip(848) },
  'share-groups': { since: '4.2', source: kip(932) },
  'tiered-storage': { since: '3.9', source: kip(405) },
  'prefixed-permissions': { since: '2.0', source: kip(290) },
  'deny-permissions': { since: '0.11', source: `${docs}#security_authz` },
  'group-permissions': { since: '0.11', source: `${docs}#security_authz` },
  'user-quotas': { since: '0.11', source: `${docs}#design_quotas` },
  'client-quotas': { since: '0.11', source: `${docs}#design_quotas` },
  'scram-sha-256': { since: '0.11', source: `${docs}#security_sasl_scram` },
  'scram-sha-512': { since: '0.11', source: `${docs}#security_sasl_scram` },
  mtls: { since: '0.11', source: `${docs}#security_ssl` },
  iam: { instead: "use 'scram-sha-512' or 'mtls'", source: `${docs}#security_sasl` },
  'entra-id': { instead: "use 'scram-sha-512' or 'mtls'", source: `${docs}#security_sasl` },
  sas: { instead: "use 'scram-sha-512' or 'mtls'", source: `${docs}#security_sasl` },
  oauth: { instead: "use 'scram-sha-512' or 'mtls'", source: `${docs}#security_sasl_oauthbearer` },
  mirroring: { since: '2.4', source: kip(382) },
} as const satisfies Record<Feature, Row>;

/** The cells of one cluster, from its version and from what its description states. */
export function capabilitiesOf(version: string, stated: Readonly<Partial<Record<Feature, boolean>>>): Capabilities {
  const cell = (feature: Feature): Capability => {
    const row: Row = table[feature];
    const { source } = row;
    if ('instead' in row) return { support: 'unsupported', instead: row.instead, source };
    const { since } = row;
    const has = stated[feature] ?? !olderThan(version, since);
    if (has) return { support: 'native', source };
    const instead =
      stated[feature] === false
        ? `do without it: the cluster's description states features.${feature}: false`
        : `upgrade the cluster to Kafka ${since} or later`;
    return { support: 'unsupported', instead, source };
  };
  return Object.fromEntries(features.map((feature) => [feature, cell(feature)])) as Capabilities;
}

/** Compares versions number by number; what is no number counts as nothing. */
export function olderThan(version: string, since: string): boolean {
  const left = version.split('.').map(Number);
  const right = since.split('.').map(Number);
  for (const [index, wanted] of right.entries()) {
    const had = left[index] ?? 0;
    if (had !== wanted) return had < wanted;
  }
  return false;
}
