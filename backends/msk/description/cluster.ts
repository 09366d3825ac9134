import { z } from 'zod';
import type { Cluster, ClusterFacts } from '../../../model/cluster';
import { capabilitiesOf } from './capabilities';
import { clientSettings } from './client-settings';
import { type Instance, instances } from './instances';
import { type Mechanism, mechanisms } from './mechanisms';
import { type KafkaVersion, kafkaVersions, otherVersions, versions } from './versions';

/** Where brokers are, and who may reach them. */
export interface MskNetworkInput {
  /** The VPC's id. */
  readonly vpc: string;
  /** Private subnets, by id: two or three, each in an availability zone of its own. */
  readonly subnets: readonly string[];
  /** Security groups of Kafka clients, by a name of their own: they reach the listeners that are on. */
  readonly clients: Readonly<Record<string, string>>;
  /** Security groups of whatever scrapes metrics, by a name of their own. Default: nobody. */
  readonly monitoring?: Readonly<Record<string, string>>;
}

/** A provisioned cluster of Amazon MSK with standard brokers and KRaft. */
export interface MskClusterInput {
  /** Which back end: `msk` is Amazon MSK. */
  readonly backend: 'msk';
  /** MSK's kind of cluster; `provisioned` is the one that the kit makes. Default: `provisioned`. */
  readonly kind?: 'provisioned';
  /** Kafka's version; MSK chooses the patch. Default: 3.9. */
  readonly version?: KafkaVersion;
  /** AWS' region: `eu-west-1`. */
  readonly region: string;
  /** How many brokers: a multiple of the subnets. Default: 3. */
  readonly brokers?: number;
  /** The size of each broker. Default: `kafka.m7g.large`. */
  readonly instance?: Instance;
  /** Each broker's disk, in whole GiB; it can only grow. Default: `100GiB`. */
  readonly storage?: `${number}GiB`;
  /** The name of a cluster that somebody else made: only its topics and applications are managed. Default: the kit makes one. */
  readonly existing?: string;
  /** Where brokers are, and who may reach them; needed unless the cluster exists. */
  readonly network?: MskNetworkInput;
  /** The alias (`alias/…`) of the key of an existing cluster's passwords. Default: the alias that the kit would give it. */
  readonly secretsKey?: string;
  /** What applications may use, the default first. The IAM listener is always on: it is how the kit writes ACLs. Default: `['iam']`. */
  readonly authentication?: readonly Mechanism[];
  /** Server properties of MSK's allow-list, beside those that the kit decides. Default: none. */
  readonly configuration?: Readonly<Record<string, string | number | boolean>>;
}

const labelled = z.record(z.string(), z.string());

export const mskNetworkShape = z.strictObject({
  vpc: z.string(),
  subnets: z.array(z.string()),
  clients: labelled,
  monitoring: labelled.optional(),
}) satisfies z.ZodType<MskNetworkInput>;

export const mskClusterShape = z.strictObject({
  backend: z.literal('msk'),
  kind: z.literal('provisioned').optional(),
  version: z.enum(versions, { error: ({ input }) => otherVersions[String(input)] }).optional(),
  region: z.string(),
  brokers: z.int().optional(),
  instance: z.enum(instances).optional(),
  storage: z.templateLiteral([z.int(), 'GiB'], { error: "whole gibibytes such as '100GiB'" }).optional(),
  existing: z.string().optional(),
  network: mskNetworkShape.optional(),
  secretsKey: z.string().optional(),
  authentication: z.array(z.enum(mechanisms)).optional(),
  configuration: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
}) satisfies z.ZodType<MskClusterInput>;

/** What only this back end reads of a cluster. */
export interface MskSettings {
  /** MSK's own version: `3.9.x.kraft`. */
  readonly kafkaVersion: string;
  readonly region: string;
  readonly instance: Instance;
  /** GiB of disk of each broker. */
  readonly volumeSize: number;
  /** AWS' name of a cluster that somebody else made. */
  readonly existing?: string;
  /** Absent: the cluster exists. */
  readonly network?: Required<MskNetworkInput>;
  readonly secretsKey?: string;
  readonly configuration: Readonly<Record<string, string>>;
}

/** Decides every default of an `msk` cluster. */
export function mskClusterFacts(input: Readonly<Record<string, unknown>>): ClusterFacts {
  const said = input as unknown as MskClusterInput;
  const version = said.version ?? '3.9';
  const instance = said.instance ?? 'kafka.m7g.large';
  const [first = 'iam', ...others] = said.authentication ?? [];
  const authentication = [first, ...others] as const;
  const settings: MskSettings = {
    kafkaVersion: kafkaVersions[version],
    region: said.region,
    instance,
    volumeSize: Number.parseInt(said.storage ?? '100', 10),
    existing: said.existing,
    network: said.network && { ...said.network, monitoring: said.network.monitoring ?? {} },
    secretsKey: said.secretsKey,
    configuration: Object.fromEntries(
      Object.entries(said.configuration ?? {}).map(([name, value]) => [name, String(value)]),
    ),
  };
  return {
    version,
    brokers: said.brokers ?? 3,
    tier: instance,
    authentication,
    dataPlane: authentication.includes('scram-sha-512') ? 'msk-scram' : 'msk-iam',
    appliedBy: 'terraform',
    life: said.existing === undefined ? 'owned' : 'existing',
    asked: false,
    capabilities: capabilitiesOf(version, authentication),
    secretStores: ['secrets-manager'],
    clientSettings,
    certificateAuthority: 'public',
    settings,
  };
}

export const mskSettings = ({ settings }: Cluster): MskSettings => settings as MskSettings;
