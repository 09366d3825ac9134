import { z } from 'zod';
import type { Cluster } from '../../../model/cluster';
import { type Duration, durationShape, type Size, sizeShape } from '../../../model/units';
import { waysToSignIn } from '../../../model/ways-to-sign-in';
import { type AuditRecords, auditRecords } from '../../../render/audit/loggers';
import { type BrokerQuota, type BrokerQuotaInput, brokerQuotaShape } from './broker-quota';
import { type Certificates, type CertificatesInput, certificatesShape } from './certificates';
import { type ClientCertificatesInput, clientCertificatesShape, type Signed } from './client-certificates';
import { type CruiseControl, type CruiseControlInput, cruiseControlShape } from './cruise-control';
import { type Listener, type ListenerInput, listenerShape } from './listener';
import { type Pool, type PoolInput, poolShape } from './pool';
import { type TieredStorageInput, tieredStorageShape } from './tiered-storage';
import { type TolerationInput, tolerationShape } from './toleration';

const mechanisms = ['scram-sha-512', 'mtls'] as const;

/** A cluster of Strimzi 1.2, which runs in the environment's Kubernetes namespace. */
export interface StrimziClusterInput {
  /** Which back end: `strimzi` runs Kafka on Kubernetes. */
  readonly backend: 'strimzi';
  /** Kafka's version, one that Strimzi 1.2 runs. Default: 4.3.1. */
  readonly version?: string;
  /** Where its Kubernetes cluster is, for the environment's `residency`. Default: nobody says. */
  readonly region?: string;
  /** Nodes that hold records. Default: 3. */
  readonly brokers?: number;
  /** Nodes that hold the cluster's metadata: 1, 3 or 5. Default: 3. */
  readonly controllers?: number;
  /** The disk of each broker; it only ever grows. Default: `100GiB`. */
  readonly storage?: Size;
  /** The StorageClass of every disk. Default: the Kubernetes cluster's default. */
  readonly storageClass?: string;
  /** What each broker gets: a heap, and the page cache that reads are served from. Default: `4GiB`. */
  readonly memory?: Size;
  /** Processors that are reserved for each broker. Default: 1. */
  readonly cpu?: number;
  /** What applications may use, the default first. Default: `['scram-sha-512']`. */
  readonly authentication?: readonly (typeof mechanisms)[number][];
  /** The node label over whose values replicas are spread, such as `topology.kubernetes.io/zone`. Default: replicas are spread over hosts only. */
  readonly rack?: string;
  /** A ClusterIssuer of cert-manager that signs the brokers' certificates. Default: Strimzi's own authority does. */
  readonly issuer?: string;
  /** Kafka's features on disk, such as `4.2-IV1`; it stays behind during an upgrade that may be taken back. Default: the version's latest. */
  readonly metadataVersion?: string;
  /** Nodes of several kinds, by name, in place of `brokers` and `controllers`. Default: a pool of each. */
  readonly pools?: Readonly<Record<string, PoolInput>>;
  /** Ports of the brokers, by name, in place of `authentication`. Default: one inside of Kubernetes for each way of `authentication`. */
  readonly listeners?: Readonly<Record<string, ListenerInput>>;
  /** Who may do what: by permissions (`simple`), or everybody everything (`none`), for disposable environments. Default: `simple`. */
  readonly authorization?: 'simple' | 'none';
  /** What brokers write of who did what: what they refuse (`denials`), also who makes, changes or removes anything (`administration`), also every request (`access`, a line each). Brokers are restarted for it to hold. Default: `denials`. */
  readonly audit?: AuditRecords;
  /** Principals that no permission holds back, as `User:admin`. Default: none. */
  readonly superUsers?: readonly string[];
  /** Who signs certificates of clients: Strimzi's User Operator, Vault, or somebody else; the authority of these two is in the Secret `<cluster>-clients-ca-cert`. Default: `operator`. */
  readonly clientCertificates?: ClientCertificatesInput;
  /** Authorities, how long certificates last, and when brokers may restart for one. Default: Strimzi's authorities, each for a year. */
  readonly certificates?: CertificatesInput;
  /** What brings connections to applications: External Secrets, or Strimzi's Access Operator. Default: `external-secrets`. */
  readonly connections?: 'external-secrets' | 'access-operator';
  /** Kafka's image, where Strimzi's own lacks something. Default: Strimzi's. */
  readonly image?: string;
  /** Kafka's heap of brokers; the rest of the memory is the page cache. Default: Strimzi's, half of the memory and at most 5GiB. */
  readonly heap?: Size;
  /** Options of the JVM (`-XX`), by name. Default: Strimzi's. */
  readonly jvmOptions?: Readonly<Record<string, string>>;
  /** Kafka's configuration of brokers by its own names; what the operator decides is refused. Default: what the number of brokers decides. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** How long a node may take to start before it is asked whether it lives and is ready. Default: Strimzi's `15s`. */
  readonly startsWithin?: Duration;
  /** The PriorityClass of every pod. Default: the Kubernetes cluster's default. */
  readonly priorityClass?: string;
  /** Taints that its nodes' pods bear, its operators' and Cruise Control's, such as those of Kubernetes nodes for Kafka alone. Default: none. */
  readonly tolerations?: readonly TolerationInput[];
  /** What the Topic Operator and the User Operator get, each. Default: `512MiB`, and `256MiB` more for each 2,500 topics, or users. */
  readonly operatorMemory?: Size;
  /** How Strimzi's Drain Cleaner meets those who drain nodes: it refuses them itself (`standard`), or leaves that to a budget of none (`legacy`). Default: `standard`; without one, one node at a time may go. */
  readonly drainCleaner?: 'standard' | 'legacy';
  /** Cruise Control, which moves replicas. Default: none. */
  readonly cruiseControl?: CruiseControlInput;
  /** Keeps old records in an object store. Default: brokers keep all. */
  readonly tieredStorage?: TieredStorageInput;
  /** What clients may move through each broker. Default: unlimited. */
  readonly quota?: BrokerQuotaInput;
}

export const strimziClusterShape = z.strictObject({
  backend: z.literal('strimzi'),
  version: z.string().optional(),
  region: z.string().optional(),
  brokers: z.int().optional(),
  controllers: z.int().optional(),
  storage: sizeShape.optional(),
  storageClass: z.string().optional(),
  memory: sizeShape.optional(),
  cpu: z.number().optional(),
  authentication: waysToSignIn(z.enum(mechanisms)).optional(),
  rack: z.string().optional(),
  issuer: z.string().optional(),
  metadataVersion: z.string().optional(),
  pools: z.record(z.string(), poolShape).optional(),
  listeners: z.record(z.string(), listenerShape).optional(),
  authorization: z.enum(['simple', 'none']).optional(),
  audit: z.enum(auditRecords).optional(),
  superUsers: z.array(z.string()).optional(),
  clientCertificates: clientCertificatesShape.optional(),
  certificates: certificatesShape.optional(),
  connections: z.enum(['external-secrets', 'access-operator']).optional(),
  image: z.string().optional(),
  heap: sizeShape.optional(),
  jvmOptions: z.record(z.string(), z.string()).optional(),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  startsWithin: durationShape.optional(),
  priorityClass: z.string().optional(),
  tolerations: z.array(tolerationShape).optional(),
  operatorMemory: sizeShape.optional(),
  drainCleaner: z.enum(['standard', 'legacy']).optional(),
  cruiseControl: cruiseControlShape.optional(),
  tieredStorage: tieredStorageShape.optional(),
  quota: brokerQuotaShape.optional(),
}) satisfies z.ZodType<StrimziClusterInput>;

/** What only this back end reads of its clusters: what is decided, and the rest as it is written. */
export interface StrimziSettings
  extends Signed,
    Omit<
      StrimziClusterInput,
      | 'backend'
      | 'version'
      | 'pools'
      | 'listeners'
      | 'metadataVersion'
      | 'authorization'
      | 'operatorMemory'
      | 'cruiseControl'
      | 'quota'
      | 'certificates'
      | 'clientCertificates'
    > {
  readonly certificates: Certificates;
  /** Which parts of `certificates` are written. */
  readonly saysCertificates: readonly string[];
  readonly pools: readonly Pool[];
  /** Whether `pools` is written. */
  readonly hasPools: boolean;
  /** In their written order. */
  readonly listeners: readonly Listener[];
  /** Whether `listeners` is written. */
  readonly hasListeners: boolean;
  readonly metadataVersion: string;
  readonly authorization: 'simple' | 'none';
  /** Seconds of `startsWithin`; 0 where it is no length of time, which a rule refuses. */
  readonly initialDelaySeconds?: number;
  /** Bytes; 0 as for `startsWithin`. Absent: it follows from the number of topics and users. */
  readonly operatorMemory?: number;
  readonly cruiseControl?: CruiseControl;
  readonly quota?: BrokerQuota;
}

export const strimziSettings = ({ settings }: Pick<Cluster, 'settings'>): StrimziSettings =>
  settings as StrimziSettings;
