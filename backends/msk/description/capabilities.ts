import { type Capabilities, type Capability, type Feature, features } from '../../../model/capabilities';
import { auditCells, type Recorded } from './audit-cells';
import { type Kind, type Mechanism, mechanisms } from './mechanisms';
import type { KafkaVersion } from './versions';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const actions = `${guide}/kafka-actions.html`;
const scram = `${guide}/msk-password.html`;
const acls = `${guide}/msk-acls.html`;
const certificates = `${guide}/msk-authentication.html`;
const tiers = `${guide}/msk-tiered-storage.html`;
const streamsPage = `${guide}/use-kafka-streams-express-brokers-msk-serverless.html`;

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
    'use a consumer group: IAM has no action for share groups (read 2026-11-21)',
    `${guide}/kafka-actions.html`,
  ),
  'tiered-storage': unsupported('say tieredStorage: true of the cluster; it stays on', tiers),
  'prefixed-permissions': native(actions),
  'deny-permissions': native(actions),
  'group-permissions': native(actions),
  'host-permissions': unsupported(
    "use 'scram-sha-512' or 'mtls', whose permissions are ACLs, or leave it out, here by hosts: ['*'] in the environment's overrides, and close a security group: IAM has no key for where a client of brokers comes from",
    actions,
  ),
  'operator-permissions': {
    support: 'translated',
    loses: 'quotas, and passwords of others: IAM has no action for them, and knows a role by its session',
    source: actions,
  },
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
  mtls: unsupported("add 'mtls' to the cluster's authentication, and a certificateAuthority", certificates),
  iam: native(`${guide}/iam-access-control.html`),
  'entra-id': unsupported("use 'iam'", `${guide}/iam-access-control.html`),
  sas: unsupported("use 'iam' or 'scram-sha-512'", `${guide}/msk-authentication.html`),
  oauth: unsupported("use 'iam'", `${guide}/iam-access-control.html`),
  mirroring: unsupported(
    "say by: 'msk-replicator' between two clusters of MSK, or add 'scram-sha-512' to the cluster's authentication: MirrorMaker's image has no IAM login",
    'https://github.com/aws/aws-msk-iam-auth',
  ),
  ...auditCells({ kind: 'standard', authentication: ['iam'], logs: true, trail: false, told: false }),
} as const satisfies Record<Feature, Capability>;

/** What changes where users whose permissions are ACLs are beside, or in place of, IAM. */
const byAcl: Partial<Record<Feature, Capability>> = {
  'host-permissions': native(acls),
  'operator-permissions': native(acls),
  'user-quotas': native(acls),
  'client-quotas': native(acls),
};

/** What changes where they have passwords. */
const byScram: Partial<Record<Feature, Capability>> = {
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

/** Express brokers and serverless clusters protect `segment.bytes`, which Kafka Streams sets for topics of its own. */
const ownTopicsOfStreams: Capability = {
  support: 'preview',
  caveat:
    "a topology with state cannot create its internal topics: name its operators, and describe those topics, as '<application id>-<operator>-changelog' or '-repartition', with the application's owner",
  source: streamsPage,
};

/** What differs on brokers of a kind. */
const byKind: Readonly<Record<Kind, Partial<Record<Feature, Capability>>>> = {
  standard: {},
  express: {
    streams: ownTopicsOfStreams,
    'tiered-storage': unsupported(
      "leave 'remote.storage.enable' out: the storage of express brokers has no end",
      `${guide}/msk-broker-types-express.html`,
    ),
  },
  serverless: {
    topics: native(`${guide}/msk-serverless-create-topic.html`),
    compaction: native(`${guide}/serverless-config.html`),
    'user-quotas': unsupported(
      "empty it here (overrides: quota: {}), or use kind: 'standard' with 'scram-sha-512'",
      `${guide}/serverless.html`,
    ),
    'client-quotas': unsupported("use kind: 'standard' with 'scram-sha-512'", `${guide}/serverless.html`),
    mirroring: unsupported("use kind: 'standard' or 'express' with 'scram-sha-512'", `${guide}/serverless.html`),
    streams: ownTopicsOfStreams,
    'tiered-storage': unsupported(
      "leave 'remote.storage.enable' out: topics of serverless clusters have no such setting",
      `${guide}/serverless-config.html`,
    ),
    'consumer-protocol': unsupported("use kind: 'standard' with version: '4.0'", `${guide}/serverless.html`),
    'scram-sha-512': unsupported("use 'iam', or kind: 'standard' or 'express'", `${guide}/serverless.html`),
    'scram-sha-256': unsupported("use 'iam', or kind: 'standard' or 'express'", `${guide}/serverless.html`),
    sas: unsupported("use 'iam'", `${guide}/serverless.html`),
    mtls: unsupported("use 'iam', or kind: 'standard' or 'express'", `${guide}/serverless.html`),
  },
};

/** What decides what a cluster can do. */
export interface Capable {
  readonly kind: Kind;
  readonly version: KafkaVersion;
  readonly authentication: readonly Mechanism[];
  readonly tieredStorage: boolean;
  /** Whether brokers' logs go anywhere, and whether there is a trail. */
  readonly recorded: Omit<Recorded, 'kind' | 'authentication'>;
}

/** The cells of one cluster. */
export function capabilitiesOf({ kind, version, authentication, tieredStorage, recorded }: Capable): Capabilities {
  const usesAcls = authentication.some((mechanism) => mechanism !== 'iam');
  const table: Record<Feature, Capability> = {
    ...byIam,
    ...(usesAcls ? byAcl : {}),
    ...(authentication.includes('scram-sha-512') ? byScram : {}),
    ...(authentication.includes('mtls') ? { mtls: native(certificates) } : {}),
    ...(authentication.includes('iam') ? {} : withoutIam),
    ...(version.startsWith('3.') ? { 'consumer-protocol': sinceKafka4 } : {}),
    ...(tieredStorage ? { 'tiered-storage': native(tiers) } : {}),
    ...byKind[kind],
    ...auditCells({ kind, authentication, ...recorded }),
  };
  return Object.fromEntries(features.map((feature) => [feature, table[feature]])) as Capabilities;
}

const everything = {
  authentication: mechanisms,
  tieredStorage: true,
  recorded: { logs: true, trail: true, told: true },
} as const;

/** What brokers of the default kind can do for applications that use IAM. */
export const standard = capabilitiesOf({
  kind: 'standard',
  version: '3.9',
  authentication: ['iam'],
  tieredStorage: false,
  recorded: { logs: true, trail: false, told: false },
});

/** What each kind can do at the most: every mechanism on, its newest Kafka, tiers where there are any. */
export const capabilitiesByTier: Readonly<Record<Kind, Capabilities>> = {
  standard: capabilitiesOf({ kind: 'standard', version: '4.1', ...everything }),
  express: capabilitiesOf({ kind: 'express', version: '4.2', ...everything }),
  serverless: capabilitiesOf({
    kind: 'serverless',
    version: '3.9',
    authentication: ['iam'],
    tieredStorage: false,
    recorded: { logs: false, trail: true, told: false },
  }),
};
