import { z } from 'zod';
import { waysToSignIn } from '../../../model/ways-to-sign-in';
import { type MskAuditInput, mskAuditShape } from './audit';
import { type PrivateAuthorityInput, privateAuthorityShape } from './certificate-authority';
import { gibibytesShape } from './gibibytes';
import { type GlueRegistryInput, glueRegistryShape } from './glue';
import { type Instance, instances, otherInstances } from './instances';
import { type MskLogsInput, mskLogsShape } from './logs';
import { type Kind, kinds, type Mechanism, mechanisms } from './mechanisms';
import { type MultiVpcInput, multiVpcShape } from './multi-vpc';
import { type MskNetworkInput, mskNetworkShape } from './network';
import { type OpenInput, openShape } from './open';
import { type PublicAccessInput, publicAccessShape } from './public-access';
import { type RolesInput, rolesShape } from './roles';
import { type StorageAutoscalingInput, storageAutoscalingShape } from './storage-autoscaling';
import { type KafkaVersion, otherVersions, versions } from './versions';

/** A cluster of Amazon MSK, reached by TLS alone; brokers that it shows use KRaft. */
export interface MskClusterInput {
  /** Which back end: `msk` is Amazon MSK. */
  readonly backend: 'msk';
  /** MSK's kind of cluster: provisioned with `standard` or `express` brokers, or `serverless`. Default: `standard`. */
  readonly kind?: Kind;
  /** Kafka's version, of brokers; MSK chooses the patch. 4.2 is for express brokers, 3.9 for both kinds, the others for standard ones. Default: 3.9. */
  readonly version?: KafkaVersion;
  /** AWS' region: `eu-west-1`. */
  readonly region: string;
  /** How many brokers: a multiple of the subnets. Serverless clusters show none. Default: 3. */
  readonly brokers?: number;
  /** The size of each broker. Default: `kafka.m7g.large`, of express brokers `express.m7g.large`. */
  readonly instance?: Instance;
  /** Each standard broker's disk, in whole GiB; it can only grow. Default: `100GiB`. */
  readonly storage?: `${number}GiB`;
  /** Lets each standard broker's disk grow by itself when it is so full; `storage` is then what it is born with. Default: it stays. */
  readonly storageAutoscaling?: StorageAutoscalingInput;
  /** Provisioned throughput of each standard broker's disk, in MiB a second, 250 or more, on large brokers. Default: what the disk has. */
  readonly throughput?: number;
  /** Whether topics on standard brokers may keep old segments in MSK's tiered storage (`remote.storage.enable`); it stays on. Default: false. */
  readonly tieredStorage?: boolean;
  /** MSK's intelligent rebalancing, on express brokers. Default: true. */
  readonly rebalancing?: boolean;
  /** The ARN of a symmetric KMS key, in the cluster's region, that encrypts disks. Default: one is made. */
  readonly encryptionKey?: string;
  /** Where brokers' logs go. Default: a CloudWatch log group. */
  readonly logs?: MskLogsInput;
  /** An audit log that nobody changes: a bucket with Object Lock, and a trail of CloudTrail. Default: none. */
  readonly audit?: MskAuditInput;
  /** MSK's level of CloudWatch metrics. Default: `per-broker`. */
  readonly metrics?: 'default' | 'per-broker' | 'per-topic-per-broker' | 'per-topic-per-partition';
  /** Whether Prometheus may scrape brokers (JMX and node exporters). Default: true. */
  readonly openMonitoring?: boolean;
  /** Lets VPCs of other accounts, and MSK Replicator of another region, reach it. Default: none. */
  readonly multiVpc?: MultiVpcInput;
  /** Lets the internet reach it, with credentials still; only disposable environments may, and MSK turns it on only once the cluster exists. Default: nobody. */
  readonly publicAccess?: PublicAccessInput;
  /** The authority that signs the certificates of clients, for `mtls`: the ARN of one that exists, or what one is made of. Default: none. */
  readonly certificateAuthority?: string | PrivateAuthorityInput;
  /** The IAM roles that applications are. Default: only policies are made, which somebody attaches. */
  readonly roles?: RolesInput;
  /** Says that the cluster was open before the kit knew it, and is being closed. Default: it is closed from the first day. */
  readonly open?: OpenInput;
  /** Registries of AWS Glue, by name. Default: none. */
  readonly glue?: Readonly<Record<string, GlueRegistryInput>>;
  /** A cluster that somebody else made, by its name, a serverless one by its ARN: only its topics and applications are managed. Default: the kit makes one. */
  readonly existing?: string;
  /** Where brokers are, and who may reach them. Default: none, which only a cluster that exists may have. */
  readonly network?: MskNetworkInput;
  /** Up to four more VPCs that reach a serverless cluster, by a name of their own. Default: none. */
  readonly otherNetworks?: Readonly<Record<string, MskNetworkInput>>;
  /** The alias (`alias/…`) of the key of an existing cluster's passwords. Default: the alias that the kit would give it. */
  readonly secretsKey?: string;
  /** What applications may use, the default first. The IAM listener is always on: it is how the kit writes ACLs. Default: `['iam']`. */
  readonly authentication?: readonly Mechanism[];
  /** Server properties of MSK's allow-list, beside those that the kit decides. Default: none. */
  readonly configuration?: Readonly<Record<string, string | number | boolean>>;
}

export const mskClusterShape = z.strictObject({
  backend: z.literal('msk'),
  kind: z.enum(kinds).optional(),
  version: z.enum(versions, { error: ({ input }) => otherVersions[String(input)] }).optional(),
  region: z.string(),
  brokers: z.int().optional(),
  instance: z.enum(instances, { error: ({ input }) => otherInstances[String(input)] }).optional(),
  storage: gibibytesShape.optional(),
  storageAutoscaling: storageAutoscalingShape.optional(),
  throughput: z.int().optional(),
  tieredStorage: z.boolean().optional(),
  rebalancing: z.boolean().optional(),
  encryptionKey: z.string().optional(),
  logs: mskLogsShape.optional(),
  audit: mskAuditShape.optional(),
  metrics: z.enum(['default', 'per-broker', 'per-topic-per-broker', 'per-topic-per-partition']).optional(),
  openMonitoring: z.boolean().optional(),
  multiVpc: multiVpcShape.optional(),
  publicAccess: publicAccessShape.optional(),
  certificateAuthority: z.union([z.string(), privateAuthorityShape]).optional(),
  roles: rolesShape.optional(),
  open: openShape.optional(),
  glue: z.record(z.string(), glueRegistryShape).optional(),
  existing: z.string().optional(),
  network: mskNetworkShape.optional(),
  otherNetworks: z.record(z.string(), mskNetworkShape).optional(),
  secretsKey: z.string().optional(),
  authentication: waysToSignIn(z.enum(mechanisms)).optional(),
  configuration: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
}) satisfies z.ZodType<MskClusterInput>;
