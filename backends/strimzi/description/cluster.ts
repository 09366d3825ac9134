import { z } from 'zod';
import { noClientSettings } from '../../../model/client-settings';
import type { Cluster, ClusterFacts } from '../../../model/cluster';
import { parseSize, type Size, sizeShape, UnitError } from '../../../model/units';
import { capabilities } from './capabilities';
import { kafkaVersions } from './versions';

const mechanisms = ['scram-sha-512', 'mtls'] as const;

/** A cluster of Strimzi 1.2, which runs in the environment's Kubernetes namespace. */
export interface StrimziClusterInput {
  /** Which back end: `strimzi` runs Kafka on Kubernetes. */
  readonly backend: 'strimzi';
  /** Kafka's version, one that Strimzi 1.2 runs. Default: 4.3.1. */
  readonly version?: string;
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
}

export const strimziClusterShape = z.strictObject({
  backend: z.literal('strimzi'),
  version: z.string().optional(),
  brokers: z.int().optional(),
  controllers: z.int().optional(),
  storage: sizeShape.optional(),
  storageClass: z.string().optional(),
  memory: sizeShape.optional(),
  cpu: z.number().optional(),
  authentication: z.array(z.enum(mechanisms)).optional(),
  rack: z.string().optional(),
  issuer: z.string().optional(),
}) satisfies z.ZodType<StrimziClusterInput>;

/** What only this back end reads of its clusters. */
export interface StrimziSettings {
  readonly controllers: number;
  /** Bytes; 0 where what is written is no amount of data, which a rule refuses. */
  readonly storage: number;
  readonly storageClass?: string;
  /** Bytes; 0 as for `storage`. */
  readonly memory: number;
  readonly cpu: number;
  readonly rack?: string;
  readonly issuer?: string;
}

/** Decides every default of a `strimzi` cluster. */
export function strimziClusterFacts(input: Readonly<Record<string, unknown>>): ClusterFacts {
  const said = input as unknown as StrimziClusterInput;
  const [first = 'scram-sha-512', ...others] = said.authentication ?? [];
  const settings: StrimziSettings = {
    controllers: said.controllers ?? 3,
    storage: bytes(said.storage ?? '100GiB'),
    storageClass: said.storageClass,
    memory: bytes(said.memory ?? '4GiB'),
    cpu: said.cpu ?? 1,
    rack: said.rack,
    issuer: said.issuer,
  };
  return {
    version: said.version ?? Object.keys(kafkaVersions).at(-1) ?? '',
    brokers: said.brokers ?? 3,
    authentication: [first, ...others],
    dataPlane: 'strimzi',
    appliedBy: 'kubernetes',
    life: 'owned',
    asked: false,
    capabilities,
    secretStores: ['kubernetes'],
    clientSettings: noClientSettings,
    certificateAuthority: 'own',
    settings,
  };
}

export const strimziSettings = ({ settings }: Pick<Cluster, 'settings'>): StrimziSettings =>
  settings as StrimziSettings;

function bytes(text: Size): number {
  try {
    return parseSize(text);
  } catch (error) {
    if (error instanceof UnitError) return 0;
    throw error;
  }
}
