import { type Capabilities, type Capability, features } from '../../../model/capabilities';
import { auditCells, auditCellsOf, type EventHubsRecorded } from './audit-cells';
import type { Tier } from './tier';

const learn = (page: string) => `https://learn.microsoft.com/azure/event-hubs/${page}`;
const overview = learn('azure-event-hubs-apache-kafka-overview');
const roles = learn('authorize-access-azure-active-directory');

const unsupported = (source: string, instead: string): Capability => ({ support: 'unsupported', source, instead });

/** What only `premium` has. */
const notOnStandard = (source: string, instead: string): Capability => ({
  support: 'unsupported',
  source,
  instead,
  tier: 'standard',
});

/** What a namespace of `premium` makes of each feature, and one of `dedicated`, which differs in numbers only. */
export const premium = {
  topics: { support: 'native', source: overview },
  compaction: { support: 'native', source: learn('log-compaction') },
  idempotence: { support: 'native', source: learn('apache-kafka-configurations') },
  transactions: {
    support: 'preview',
    source: learn('apache-kafka-transactions'),
    caveat: "a preview says the overview, «not currently supported» says the page of clients' configurations",
  },
  streams: {
    support: 'preview',
    source: learn('apache-kafka-streams'),
    caveat:
      'the application becomes Data Owner of the whole namespace, since it makes internal topics and no grant has a prefix; timestamps of records are those of their arrival, since azurerm cannot set messageTimestampType',
  },
  'consumer-protocol': unsupported(overview, "leave the consumers' group.protocol at classic"),
  'share-groups': unsupported(overview, 'use a consumer group with more partitions, or Azure Service Bus'),
  'tiered-storage': unsupported(
    learn('event-hubs-quotas'),
    'a longer retention (90 days at most), or Event Hubs Capture',
  ),
  'prefixed-permissions': {
    support: 'translated',
    source: roles,
    loses:
      'Entra ID knows no prefixes: whoever may send to a hub may use any transactional id, and Kafka Streams becomes Data Owner of the whole namespace',
  },
  'deny-permissions': unsupported(roles, 'leave out the grant: there is no deny, and nothing is allowed by default'),
  'group-permissions': {
    support: 'translated',
    source: roles,
    loses: 'Entra ID knows no Kafka consumer groups: whoever may receive from a hub may use any group',
  },
  'host-permissions': unsupported(
    learn('event-hubs-ip-filtering'),
    "leave it out, here by hosts: ['*'] in the environment's overrides; network: { addresses } says who reaches the namespace at all",
  ),
  'operator-permissions': unsupported(
    learn('authorize-access-azure-active-directory'),
    "let a group of Entra ID have Azure's roles: Reader looks and reads no record, Contributor makes and changes hubs; by Privileged Identity Management they end by themselves",
  ),
  'user-quotas': {
    support: 'translated',
    source: learn('resource-governance-overview'),
    loses:
      'an application group counts bytes per second on the whole namespace, where Kafka counts on each broker, and knows no request percentage',
  },
  'client-quotas': unsupported(
    learn('resource-governance-overview'),
    'say quota of an application: an application group knows who a client is, and no client.id',
  ),
  'scram-sha-256': unsupported(overview, "use authentication 'entra-id'"),
  'scram-sha-512': unsupported(overview, "use authentication 'entra-id'"),
  mtls: unsupported(overview, "use authentication 'entra-id'"),
  iam: unsupported(roles, "use authentication 'entra-id'"),
  'entra-id': { support: 'native', source: roles },
  sas: {
    support: 'preview',
    source: learn('authenticate-shared-access-signature'),
    caveat:
      'a key is a password that never ends by itself and opens its hub to whoever has it; making it anew does not drop the connections of who used the old one',
  },
  oauth: unsupported(overview, "use authentication 'entra-id'"),
  mirroring: unsupported(
    learn('geo-replication'),
    'geo-replication of the namespace: it keeps host name and offsets, and replicates to Event Hubs only',
  ),
  ...auditCells('premium'),
} as const satisfies Capabilities;

/** What a namespace of `standard` lacks beside. */
const standard = {
  compaction: {
    support: 'translated',
    source: learn('log-compaction'),
    loses: 'a partition of a compacted event hub holds 1 GB on standard, where premium and dedicated hold 250 GB',
  },
  transactions: notOnStandard(
    learn('apache-kafka-transactions'),
    "use tier: 'premium', where it is a preview, or an idempotent producer and consumers that tell repeats apart",
  ),
  streams: notOnStandard(
    learn('apache-kafka-streams'),
    "use tier: 'premium', where it is a preview, or a plain consumer and producer",
  ),
  'user-quotas': notOnStandard(
    learn('resource-governance-overview'),
    "use tier: 'premium', whose application groups throttle, or say quota: {} in the environment's overrides",
  ),
  ...auditCells('standard'),
  mirroring: unsupported(
    learn('event-hubs-geo-dr'),
    "use tier: 'premium' with geo-replication; geo-disaster recovery of standard carries no records",
  ),
} satisfies Partial<Capabilities>;

/** `basic` has no Kafka endpoint: nothing works there. */
const basic = Object.fromEntries(
  features.map((feature) => [
    feature,
    unsupported(learn('compare-tiers'), "use tier: 'standard' or more: basic has no Kafka endpoint"),
  ]),
) as Capabilities;

export const capabilitiesByTier = {
  basic,
  standard: { ...premium, ...standard },
  premium,
  dedicated: premium,
} as const satisfies Record<Tier, Capabilities>;

/** Of `basic` a rule of its own says once that nothing works, and not each feature. */
export const capabilitiesOf = (said: EventHubsRecorded): Capabilities => ({
  ...capabilitiesByTier[said.tier === 'basic' ? 'standard' : said.tier],
  ...auditCellsOf(said),
});
