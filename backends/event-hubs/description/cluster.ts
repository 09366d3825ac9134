import { z } from 'zod';
import type { Audit } from '../../../model/audit';
import { entriesOf } from '../../../model/by-name';
import type { Cluster, ClusterFacts } from '../../../model/cluster';
import { nameCollector } from '../../../model/kept-audit';
import { waysToSignIn } from '../../../model/ways-to-sign-in';
import { addressesOf } from './addresses';
import { applicationIdentity } from './application-identity';
import { archiveDays, type LogArchiveInput, logArchiveShape } from './archive';
import { type EventHubsAuditInput, eventHubsAuditShape } from './audit';
import { beyondOf } from './beyond';
import { capabilitiesOf } from './capabilities';
import { claimsOf } from './claims';
import { clientSettingsOf } from './client-settings';
import { countedOf } from './counted';
import { custodyOf } from './custody';
import { type DedicatedClusterInput, dedicatedClusterShape, soldUnits } from './dedicated';
import { type EncryptionInput, encryptionShape } from './encryption';
import { type HubInput, hubShape } from './hub';
import { type IdentitiesInput, identitiesShape } from './identities';
import { type EventHubsMechanism, eventHubsMechanisms } from './mechanisms';
import { type EventHubsNetworkInput, eventHubsNetworkShape } from './network';
import { type PrivateZoneInput, privateZoneShape } from './private-zone';
import { recordOf } from './record';
import {
  type DisasterRecoveryInput,
  disasterRecoveryShape,
  type GeoReplicationInput,
  geoReplicationShape,
} from './recovery';
import { type SchemaGroupInput, schemaGroupShape } from './schema-group';
import { defaultTier, type Tier, tiers } from './tier';

/** How far throughput units grow with the load. */
export interface AutoInflateInput {
  /** Throughput units at most, 40 or fewer. */
  readonly maximum: number;
}

/** An Event Hubs namespace: one Kafka endpoint, whose topics are event hubs. */
export interface EventHubsClusterInput {
  /** Which back end: `event-hubs` is Azure Event Hubs by its Kafka endpoint. */
  readonly backend: 'event-hubs';
  /** The id of the subscription that everything of it is made in; ids that are given may be of others. Default: `ARM_SUBSCRIPTION_ID` of whoever deploys. */
  readonly subscription?: string;
  /** The namespace, unique in all of Azure: clients reach `NAME.servicebus.windows.net:9093`. */
  readonly namespace: string;
  /** A region of Azure's public cloud, such as `westeurope`. Where it has zones, Azure itself spreads the namespace over them. */
  readonly location: string;
  /** The resource group of the namespace and of the applications' identities. */
  readonly resourceGroup: string;
  /** Whether the resource group exists already. Default: false, it is made with the namespace. */
  readonly resourceGroupExists?: boolean;
  /** Whether the namespace exists already; then only its hubs and roles are managed. Default: false. */
  readonly existing?: boolean;
  /** `standard`, `premium` or `dedicated`; `basic` has no Kafka endpoint. Default: `premium`. */
  readonly tier?: Tier;
  /** Throughput units of `standard` (1 to 40), processing units of `premium` (1, 2, 4, 6, 8, 10, 12 or 16); those of `dedicated` are its cluster's. Default: 1. */
  readonly units?: number;
  /** Lets throughput units of `standard` grow with the load, up to so many (40 at most); they never shrink by themselves, and from then on Azure decides them: `units` is where they begin. Default: they stay. */
  readonly autoInflate?: AutoInflateInput;
  /** The dedicated cluster of a `dedicated` namespace: the id of one that exists, or what one is made of. Default: none. */
  readonly dedicatedCluster?: string | DedicatedClusterInput;
  /** How applications may prove who they are, the default first; `sas` are keys, for programs that know nothing else. Default: `['entra-id']`. */
  readonly authentication?: readonly EventHubsMechanism[];
  /** The id of the subnet in which a private endpoint is made. Default: none. */
  readonly subnet?: string;
  /** The id of the private DNS zone `privatelink.servicebus.windows.net`, or what one is made of. Default: somebody else writes its records. */
  readonly privateDnsZone?: string | PrivateZoneInput;
  /** Who of the internet reaches it, where `publicAccess` is on. Default: everybody. */
  readonly network?: EventHubsNetworkInput;
  /** Whether it is reached from the internet, with a token still; outside disposable environments it is waived with a reason. Default: false. */
  readonly publicAccess?: boolean;
  /** A Key Vault key of yours that encrypts it, on `premium` and `dedicated`; a namespace gets it before its first hub, and never loses it. Default: Microsoft's. */
  readonly encryption?: EncryptionInput;
  /** The id of the Log Analytics workspace that takes its logs. Default: none. */
  readonly logs?: string;
  /** A storage account in which the same logs can be neither changed nor deleted. Default: none. */
  readonly archive?: LogArchiveInput;
  /** Who is told when it turns many away. Default: nobody. */
  readonly audit?: EventHubsAuditInput;
  /** What hubs have beside what is Kafka's, by topic. Default: nothing. */
  readonly hubs?: Readonly<Record<string, HubInput>>;
  /** The identities that applications are. Default: each is made, and somebody else federates it. */
  readonly identities?: IdentitiesInput;
  /** Groups of the namespace's schema registry, by name. Default: none. */
  readonly schemaGroups?: Readonly<Record<string, SchemaGroupInput>>;
  /** Carries records to a second region, on `premium` and `dedicated`. Default: none. */
  readonly geoReplication?: GeoReplicationInput;
  /** Pairs it with a namespace of another region, without records. Default: none. */
  readonly disasterRecovery?: DisasterRecoveryInput;
  /** The resource group of the Key Vault `secrets.vault`, which takes the applications' connections. Default: the namespace's. */
  readonly vaultResourceGroup?: string;
  /** A lock of Azure's against any deletion by anybody; it also stops deleting topics and taking access away. Default: false. */
  readonly deleteLock?: boolean;
}

export const autoInflateShape = z.strictObject({ maximum: z.int() }) satisfies z.ZodType<AutoInflateInput>;

export const eventHubsClusterShape = z.strictObject({
  backend: z.literal('event-hubs'),
  subscription: z.string().optional(),
  namespace: z.string(),
  location: z.string(),
  resourceGroup: z.string(),
  resourceGroupExists: z.boolean().optional(),
  existing: z.boolean().optional(),
  tier: z.enum(tiers).optional(),
  units: z.int().optional(),
  autoInflate: autoInflateShape.optional(),
  dedicatedCluster: z.union([z.string(), dedicatedClusterShape]).optional(),
  authentication: waysToSignIn(z.enum(eventHubsMechanisms)).optional(),
  subnet: z.string().optional(),
  privateDnsZone: z.union([z.string(), privateZoneShape]).optional(),
  network: eventHubsNetworkShape.optional(),
  publicAccess: z.boolean().optional(),
  encryption: encryptionShape.optional(),
  logs: z.string().optional(),
  archive: logArchiveShape.optional(),
  audit: eventHubsAuditShape.optional(),
  hubs: z.record(z.string(), hubShape).optional(),
  identities: identitiesShape.optional(),
  schemaGroups: z.record(z.string(), schemaGroupShape).optional(),
  geoReplication: geoReplicationShape.optional(),
  disasterRecovery: disasterRecoveryShape.optional(),
  vaultResourceGroup: z.string().optional(),
  deleteLock: z.boolean().optional(),
}) satisfies z.ZodType<EventHubsClusterInput>;

/** What is left to decide of a namespace; the rest is as it was said. */
export type EventHubsSettings = EventHubsClusterInput & Required<Pick<EventHubsClusterInput, 'tier' | 'units'>>;

/** Decides every default of an `event-hubs` cluster. */
export function eventHubsClusterFacts(input: Readonly<Record<string, unknown>>, environment: Audit): ClusterFacts {
  const said = input as unknown as EventHubsClusterInput;
  const [first = 'entra-id', ...others] = said.authentication ?? [];
  const settings: EventHubsSettings = { ...said, tier: said.tier ?? defaultTier, units: said.units ?? 1 };
  return {
    // «Apache Kafka 1.0 and later»: https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview
    version: '1.0',
    // Nobody sees them; a record is stored three times: https://learn.microsoft.com/azure/reliability/reliability-event-hubs
    brokers: 3,
    storedByVendor: true,
    tier: settings.tier,
    units: soldUnits(settings),
    authentication: [first, ...others],
    dataPlane: 'event-hubs',
    appliedBy: 'terraform',
    life: said.existing ? 'existing' : 'owned',
    // Azure has no port without TLS.
    inClear: [],
    asked: false,
    capabilities: capabilitiesOf(settings),
    auditStore: auditStoreOf(settings, environment),
    auditFix: said.existing ? nameCollector : 'say archive: { storageAccount } of the namespace',
    policiesStay: true,
    secretStores: ['key-vault'],
    certificateAuthority: 'public',
    clientSettings: clientSettingsOf(hostOf(settings)),
    counted: countedOf(settings),
    addresses: addressesOf(settings.identities),
    identityOf: applicationIdentity(settings.identities ?? {}),
    grantedTogether: entriesOf(settings.identities?.groups).map(([name, { id, members }]) => ({ name, id, members })),
    claims: claimsOf(settings),
    beyond: beyondOf(settings.tier),
    account: settings.subscription?.toLowerCase(),
    record: recordOf('1.0', settings, environment),
    custody: custodyOf(settings),
    settings,
  };
}

/** What clients reach a namespace by: its own name, or the alias of its pairing, which stays when it fails over. */
export const hostOf = ({ namespace, disasterRecovery }: EventHubsClusterInput): string =>
  disasterRecovery?.alias ?? namespace;

/** What only this back end reads of its clusters. */
export const eventHubsSettings = ({ settings }: Pick<Cluster, 'settings'>): EventHubsSettings =>
  settings as EventHubsSettings;

const auditStoreOf = ({ archive }: EventHubsSettings, environment: Audit): ClusterFacts['auditStore'] =>
  archive && {
    name: `the storage account '${archive.storageAccount}'`,
    days: archiveDays(archive, environment),
    locked: archive.locked ?? false,
    lock: { field: ['archive', 'locked'], fix: 'write locked: true' },
    lockedOnce: { noun: 'archive', name: archive.storageAccount },
    ...((archive.replication ?? 'GRS').startsWith('G')
      ? { paired: { field: ['archive', 'replication'], fix: "say replication: 'ZRS', or 'LRS'" } }
      : {}),
    field: ['archive', 'retention'],
  };
