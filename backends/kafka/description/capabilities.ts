import { type Capabilities, type Capability, type Feature, features } from '../../../model/capabilities';

/** The first version of Apache Kafka that has a feature, and the page that says so. */
type Row = { readonly source: string } & (
  | { readonly since: string }
  /** What Apache Kafka alone never has, and what to use in its place. */
  | { readonly instead: string }
  /** What the kit loses of it, whatever the version. */
  | { readonly loses: string }
);

const kip = (number: number) => `https://cwiki.apache.org/confluence/display/KAFKA/KIP-${number}`;
const docs = 'https://kafka.apache.org/documentation/';

const ofItsOperator = 'who runs the brokers decides what they write and where it stays';
const ofAuthorizer = (of: string) =>
  `let its brokers write it (kafka.authorizer.logger at DEBUG), and state features: { 'audit-${of}': true }`;

/** What Apache Kafka can do; a cluster of an older version, or one that states otherwise, cannot. */
export const table = {
  topics: { since: '0.11', source: `${docs}#topicconfigs` },
  compaction: { since: '0.11', source: `${docs}#compaction` },
  idempotence: { since: '0.11', source: kip(679) },
  transactions: { since: '2.8', source: kip(98) },
  streams: { since: '2.8', source: `${docs}streams/developer-guide/security.html` },
  'consumer-protocol': { since: '4.0', source: kip(848) },
  'share-groups': { since: '4.2', source: kip(932) },
  'tiered-storage': { since: '3.9', source: kip(405) },
  'prefixed-permissions': { since: '2.0', source: kip(290) },
  'deny-permissions': { since: '0.11', source: `${docs}#security_authz` },
  'group-permissions': { since: '0.11', source: `${docs}#security_authz` },
  'host-permissions': { since: '0.11', source: `${docs}#security_authz` },
  'operator-permissions': { since: '0.11', source: `${docs}#operations_resources_and_protocols` },
  'user-quotas': { since: '0.11', source: `${docs}#design_quotas` },
  'client-quotas': { since: '0.11', source: `${docs}#design_quotas` },
  'scram-sha-256': { since: '0.11', source: `${docs}#security_sasl_scram` },
  'scram-sha-512': { since: '0.11', source: `${docs}#security_sasl_scram` },
  mtls: { since: '0.11', source: `${docs}#security_ssl` },
  iam: { instead: "use 'scram-sha-512', 'mtls' or 'oauth': IAM is AWS'", source: `${docs}#security_sasl` },
  'entra-id': {
    instead: "use 'oauth' with Entra ID as the issuer of its tokens, 'scram-sha-512' or 'mtls'",
    source: `${docs}#security_sasl_oauthbearer`,
  },
  sas: {
    instead: "use 'scram-sha-512', 'mtls' or 'oauth': these keys are Event Hubs'",
    source: `${docs}#security_sasl`,
  },
  // Before, brokers had no handler of their own but for tokens that nobody signed.
  oauth: { since: '3.1', source: kip(768) },
  mirroring: { since: '2.4', source: kip(382) },
  'audit-logins': {
    loses: `the name that was tried, and logins that succeed; ${ofItsOperator}`,
    source: `${docs}#security_authz`,
  },
  'audit-denials': {
    loses: `a say in it: ${ofItsOperator}`,
    source: `${docs}#security_authz`,
  },
  'audit-administration': { instead: ofAuthorizer('administration'), source: `${docs}#security_authz` },
  'audit-access': { instead: ofAuthorizer('access'), source: `${docs}#security_authz` },
  'audit-alarms': {
    instead: "let whoever runs the brokers be told, and state features: { 'audit-alarms': true }",
    source: `${docs}#monitoring`,
  },
} as const satisfies Record<Feature, Row>;

/** The cells of one cluster, from its version and from what its description states. */
export function capabilitiesOf(version: string, stated: Readonly<Partial<Record<Feature, boolean>>>): Capabilities {
  const cell = (feature: Feature): Capability => {
    const row: Row = table[feature];
    const { source } = row;
    const without = `do without it: the cluster's description states features.${feature}: false`;
    // What brokers write, only those who run them know: they state it.
    if (feature.startsWith('audit-') && stated[feature] === true) return { support: 'native', source };
    if ('instead' in row) return { support: 'unsupported', instead: row.instead, source };
    if ('loses' in row && stated[feature] === false) return { support: 'unsupported', instead: without, source };
    if ('loses' in row) return { support: 'translated', loses: row.loses, source };
    const { since } = row;
    const has = stated[feature] ?? !olderThan(version, since);
    if (has && feature === 'idempotence' && idempotentProducersNeed(version))
      return {
        support: 'translated',
        loses: 'whoever produces may also do so with a producer id of its own, IdempotentWrite on the cluster',
        source,
      };
    if (has) return { support: 'native', source };
    const instead = stated[feature] === false ? without : `upgrade the cluster to Kafka ${since} or later`;
    return { support: 'unsupported', instead, source };
  };
  return Object.fromEntries(features.map((feature) => [feature, cell(feature)])) as Capabilities;
}

/** What brokers before 2.8 ask of an idempotent producer beside Write on its topic. */
export const idempotentProducersNeed = (version: string): 'IdempotentWrite' | undefined =>
  olderThan(version, '2.8') && !olderThan(version, '0.11') ? 'IdempotentWrite' : undefined;

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
