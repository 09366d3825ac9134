import { z } from 'zod';
import type { Cluster, ClusterFacts } from '../../../model/cluster';
import { type AdoptionInput, adoptionShape } from './adoption';
import { capabilitiesOf } from './capabilities';
import { type PrivateAuthorityInput, privateAuthorityShape } from './certificate-authority';
import { clientSettings } from './client-settings';
import { type GlueRegistryInput, glueRegistryShape } from './glue';
import { type Instance, instances } from './instances';
import { type MskLogsInput, mskLogsShape } from './logs';
import { type Kind, kinds, type Mechanism, mechanisms } from './mechanisms';
import { type MultiVpcInput, multiVpcShape } from './multi-vpc';
import { type RolesInput, rolesShape } from './roles';
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

/** A cluster of Amazon MSK: KRaft, reached by TLS alone. */
export interface MskClusterInput {
  /** Which back end: `msk` is Amazon MSK. */
  readonly backend: 'msk';
  /** MSK's kind of cluster: provisioned with `standard` or `express` brokers, or `serverless`. Default: `standard`. */
  readonly kind?: Kind;
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
  /** Lets each broker's disk grow by itself when it is so full; it never shrinks again. Default: it stays. */
  readonly storageAutoscaling?: {
    /** As far as it grows, in whole GiB. */
    readonly maximum: `${number}GiB`;
    /** Percent of the disk. Default: 70. */
    readonly target?: number;
  };
  /** Provisioned throughput of each broker's disk, in MiB a second, 250 or more, on large brokers. Default: what the disk has. */
  readonly throughput?: number;
  /** Whether topics may keep old segments in MSK's tiered storage; it stays on. Default: false. */
  readonly tieredStorage?: boolean;
  /** MSK's intelligent rebalancing, on express brokers. Default: true. */
  readonly rebalancing?: boolean;
  /** The ARN of a symmetric KMS key that encrypts disks. Default: one is made. */
  readonly encryptionKey?: string;
  /** Where brokers' logs go, of standard brokers. Default: a CloudWatch log group. */
  readonly logs?: MskLogsInput;
  /** MSK's level of CloudWatch metrics. Default: `per-broker`. */
  readonly metrics?: 'default' | 'per-broker' | 'per-topic-per-broker' | 'per-topic-per-partition';
  /** Whether Prometheus may scrape brokers (JMX and node exporters). Default: true. */
  readonly openMonitoring?: boolean;
  /** Lets VPCs of other accounts reach it. Default: none. */
  readonly multiVpc?: MultiVpcInput;
  /** Whether the internet reaches it, with credentials still; only disposable environments may, and MSK turns it on only once the cluster exists. Default: false. */
  readonly publicAccess?: boolean;
  /** The authority that signs the certificates of clients, for `mtls`: the ARN of one that exists, or what one is made of. Default: none. */
  readonly certificateAuthority?: string | PrivateAuthorityInput;
  /** The IAM roles that applications are. Default: only policies are made, which somebody attaches. */
  readonly roles?: RolesInput;
  /** Says that the cluster was open before the kit knew it, and is being closed. Default: it is closed from the first day. */
  readonly open?: AdoptionInput;
  /** Registries of AWS Glue, by name. Default: none. */
  readonly glue?: Readonly<Record<string, GlueRegistryInput>>;
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

const gibibytes = z.templateLiteral([z.int(), 'GiB'], { error: "whole gibibytes such as '100GiB'" });

export const mskClusterShape = z.strictObject({
  backend: z.literal('msk'),
  kind: z.enum(kinds).optional(),
  version: z.enum(versions, { error: ({ input }) => otherVersions[String(input)] }).optional(),
  region: z.string(),
  brokers: z.int().optional(),
  instance: z.enum(instances).optional(),
  storage: gibibytes.optional(),
  storageAutoscaling: z.strictObject({ maximum: gibibytes, target: z.int().optional() }).optional(),
  throughput: z.int().optional(),
  tieredStorage: z.boolean().optional(),
  rebalancing: z.boolean().optional(),
  encryptionKey: z.string().optional(),
  logs: mskLogsShape.optional(),
  metrics: z.enum(['default', 'per-broker', 'per-topic-per-broker', 'per-topic-per-partition']).optional(),
  openMonitoring: z.boolean().optional(),
  multiVpc: multiVpcShape.optional(),
  publicAccess: z.boolean().optional(),
  certificateAuthority: z.union([z.string(), privateAuthorityShape]).optional(),
  roles: rolesShape.optional(),
  open: adoptionShape.optional(),
  glue: z.record(z.string(), glueRegistryShape).optional(),
  existing: z.string().optional(),
  network: mskNetworkShape.optional(),
  secretsKey: z.string().optional(),
  authentication: z.array(z.enum(mechanisms)).optional(),
  configuration: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
}) satisfies z.ZodType<MskClusterInput>;

/** What only this back end reads of a cluster; the rest is as it was said. */
export interface MskSettings
  extends Pick<
    MskClusterInput,
    | 'storageAutoscaling'
    | 'throughput'
    | 'encryptionKey'
    | 'logs'
    | 'multiVpc'
    | 'certificateAuthority'
    | 'roles'
    | 'open'
    | 'glue'
  > {
  readonly kind: Kind;
  readonly tieredStorage: boolean;
  readonly rebalancing: boolean;
  readonly metrics: NonNullable<MskClusterInput['metrics']>;
  readonly openMonitoring: boolean;
  readonly publicAccess: boolean;
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

/** Users with ACLs are written to brokers; so are topics where AWS' own API has none. */
function dataPlaneOf(kind: Kind, authentication: readonly Mechanism[]): string {
  if (kind === 'serverless') return 'msk-serverless';
  return authentication.every((mechanism) => mechanism === 'iam') ? 'msk-iam' : 'msk-acl';
}

/** Decides every default of an `msk` cluster. */
export function mskClusterFacts(input: Readonly<Record<string, unknown>>): ClusterFacts {
  const said = input as unknown as MskClusterInput;
  const version = said.version ?? '3.9';
  const instance = said.instance ?? 'kafka.m7g.large';
  const [first = 'iam', ...others] = said.authentication ?? [];
  const authentication = [first, ...others] as const;
  const { storageAutoscaling, throughput, encryptionKey, logs, multiVpc, certificateAuthority, roles, open, glue } =
    said;
  const kind = said.kind ?? 'standard';
  const settings: MskSettings = {
    ...{ storageAutoscaling, throughput, encryptionKey, logs, multiVpc, certificateAuthority, roles, open, glue },
    kind,
    tieredStorage: said.tieredStorage ?? false,
    rebalancing: said.rebalancing ?? kind === 'express',
    metrics: said.metrics ?? 'per-broker',
    openMonitoring: said.openMonitoring ?? true,
    publicAccess: said.publicAccess ?? false,
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
    dataPlane: dataPlaneOf(kind, authentication),
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
