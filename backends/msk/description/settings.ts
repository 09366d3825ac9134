import type { Cluster } from '../../../model/cluster';
import { fieldsSaid } from '../../../model/fields-said';
import type { Key } from '../../../model/place';
import type { MskAuditInput } from './audit';
import { type GlueRegistry, glueOf } from './glue';
import type { MskClusterInput } from './input';
import type { Instance } from './instances';
import { kindFacts } from './kind-facts';
import { logsOf, type MskLogs } from './logs';
import type { Kind, Mechanism } from './mechanisms';
import { type MultiVpc, multiVpcOf } from './multi-vpc';
import { type MskNetwork, networkOf } from './network';
import { type StorageAutoscaling, storageAutoscalingOf } from './storage-autoscaling';
import type { KafkaVersion } from './versions';

/** What only this back end reads of a cluster; the rest is as it was said. */
export interface MskSettings
  extends Pick<
    MskClusterInput,
    'throughput' | 'encryptionKey' | 'publicAccess' | 'certificateAuthority' | 'roles' | 'open'
  > {
  readonly kind: Kind;
  /** The options that were said: what another kind of cluster is for is refused. */
  readonly said: readonly string[];
  readonly tieredStorage: boolean;
  readonly rebalancing: boolean;
  readonly metrics: NonNullable<MskClusterInput['metrics']>;
  readonly openMonitoring: boolean;
  readonly logs: MskLogs;
  readonly audit?: MskAuditInput;
  readonly multiVpc?: MultiVpc;
  readonly glue: Readonly<Record<string, GlueRegistry>>;
  /** MSK's own version: `3.9.x.kraft`; `serverless` where it shows none. */
  readonly kafkaVersion: string;
  readonly region: string;
  /** The size of each broker; `serverless` where there is none to see. */
  readonly instance: Instance | 'serverless';
  /** GiB of disk of each standard broker; 0 of others. */
  readonly volumeSize: number;
  readonly storageAutoscaling?: StorageAutoscaling;
  /** AWS' name of a cluster that somebody else made. */
  readonly existing?: string;
  /** Absent: the cluster exists. */
  readonly network?: MskNetwork;
  readonly otherNetworks: Readonly<Record<string, MskNetwork>>;
  readonly secretsKey?: string;
  readonly configuration: Readonly<Record<string, string>>;
}

/** What the facts of a cluster have decided already. */
interface Decided {
  readonly kind: Kind;
  readonly version: KafkaVersion;
  readonly authentication: readonly Mechanism[];
}

/** Decides what only this back end reads. */
export function settingsOf(said: MskClusterInput, { kind, version, authentication }: Decided): MskSettings {
  const { throughput, encryptionKey, publicAccess, certificateAuthority, roles, open } = said;
  const facts = kindFacts[kind];
  return {
    ...{ throughput, encryptionKey, publicAccess, certificateAuthority, roles, open },
    kind,
    said: fieldsSaid(said),
    tieredStorage: said.tieredStorage ?? false,
    rebalancing: said.rebalancing ?? facts.rebalancing,
    metrics: said.metrics ?? 'per-broker',
    openMonitoring: said.openMonitoring ?? true,
    logs: logsOf(said.logs),
    audit: said.audit,
    multiVpc: multiVpcOf(said.multiVpc, authentication),
    glue: glueOf(said.glue),
    kafkaVersion: facts.kafkaVersion(version),
    region: said.region,
    instance: facts.instance(said),
    volumeSize: facts.volumeSize(said),
    storageAutoscaling: storageAutoscalingOf(said.storageAutoscaling),
    existing: said.existing,
    network: said.network && networkOf(said.network),
    otherNetworks: Object.fromEntries(
      Object.entries(said.otherNetworks ?? {}).map(([name, network]) => [name, networkOf(network)]),
    ),
    secretsKey: said.secretsKey,
    configuration: Object.fromEntries(
      Object.entries(said.configuration ?? {}).map(([name, value]) => [name, String(value)]),
    ),
  };
}

export const mskSettings = ({ settings }: Pick<Cluster, 'settings'>): MskSettings => settings as MskSettings;

/** Every VPC of a cluster, at its path below it. */
export const networksOf = ({ network, otherNetworks }: MskSettings): (readonly [readonly Key[], MskNetwork])[] => [
  ...(network ? [[['network'], network] as const] : []),
  ...Object.entries(otherNetworks).map(([name, other]) => [['otherNetworks', name], other] as const),
];
