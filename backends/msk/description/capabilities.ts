import { type Capabilities, type Capability, type Feature, features } from '../../../model/capabilities';
import type { Mechanism } from './mechanisms';
import type { KafkaVersion } from './versions';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const actions = `${guide}/kafka-actions.html`;
const scram = `${guide}/msk-password.html`;
const acls = `${guide}/msk-acls.html`;

const native = (source: string): Capability => ({ support: 'native', source });
const unsupported = (instead: string, source: string): Capability => ({ support: 'unsupported', instead, source });

/** What a cluster whose applications use IAM can do. */
const byIam = {
  topics: native(`${guide}/msk-topic-operations-information.html`),
  compaction: native(`${guide}/msk-configuration-properties.html`),
  idempotence: {
    support: 'translated',
    loses: 'IAM asks for WriteDataIdempotently on the whole cluster besides WriteData on the topic; topics stay closed',
    source: `${guide}/create-iam-access-control-policies.html`,
  },
  transactions: native(actions),
  streams: native(actions),
  'consumer-protocol': native('https://cwiki.apache.org/confluence/display/KAFKA/KIP-848'),
  'share-groups': unsupported(
    'use a consumer group: 4.2 is for Express brokers only',
    `${guide}/supported-kafka-versions.html`,
  ),
  'tiered-storage': unsupported(
    "raise 'storage': the kit does not turn on MSK's tiered storage",
    `${guide}/msk-tiered-storage.html`,
  ),
  'prefixed-permissions': native(actions),
  'deny-permissions': native(actions),
  'group-permissions': native(actions),
  'user-quotas': unsupported(
    "empty it here (overrides: quota: {}), or use 'scram-sha-512': an IAM session has no user name that a quota could have",
    `${guide}/iam-access-control.html`,
  ),
  'client-quotas': unsupported(
    "use 'scram-sha-512': quotas are set over Kafka's own protocol",
    `${guide}/iam-access-control.html`,
  ),
  'scram-sha-256': unsupported("use 'scram-sha-512'", scram),
  'scram-sha-512': unsupported("add 'scram-sha-512' to the cluster's authentication", scram),
  mtls: unsupported(
    "use 'iam' or 'scram-sha-512': the kit makes no AWS private authority",
    `${guide}/msk-authentication.html`,
  ),
  iam: native(`${guide}/iam-access-control.html`),
  'entra-id': unsupported("use 'iam'", `${guide}/iam-access-control.html`),
  sas: unsupported("use 'iam' or 'scram-sha-512'", `${guide}/msk-authentication.html`),
  oauth: unsupported("use 'iam'", `${guide}/iam-access-control.html`),
  mirroring: unsupported(
    "add 'scram-sha-512' to the cluster's authentication: MirrorMaker's image has no IAM login",
    'https://github.com/aws/aws-msk-iam-auth',
  ),
} as const satisfies Record<Feature, Capability>;

/** What changes where users with passwords and ACLs are beside, or in place of, IAM. */
const byScram: Partial<Record<Feature, Capability>> = {
  'user-quotas': native(`${guide}/msk-acls.html`),
  'client-quotas': native(`${guide}/msk-acls.html`),
  'scram-sha-512': native(scram),
  mirroring: native(acls),
};

/** What only applies while somebody uses IAM. */
const withoutIam: Partial<Record<Feature, Capability>> = {
  idempotence: native('https://cwiki.apache.org/confluence/display/KAFKA/KIP-679'),
  iam: unsupported("add 'iam' to the cluster's authentication", `${guide}/iam-access-control.html`),
};

const sinceKafka4 = unsupported(
  "use version: '4.0' or later",
  'https://cwiki.apache.org/confluence/display/KAFKA/KIP-848',
);

/** The cells of one cluster, by its version and by what its applications may use. */
export function capabilitiesOf(version: KafkaVersion, authentication: readonly Mechanism[]): Capabilities {
  const table: Record<Feature, Capability> = {
    ...byIam,
    ...(authentication.includes('scram-sha-512') ? byScram : {}),
    ...(authentication.includes('iam') ? {} : withoutIam),
    ...(version.startsWith('3.') ? { 'consumer-protocol': sinceKafka4 } : {}),
  };
  return Object.fromEntries(features.map((feature) => [feature, table[feature]])) as Capabilities;
}
