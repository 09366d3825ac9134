import { z } from 'zod';
import { type Size, sizeShape } from '../../../model/units';

/** One disk of each node of a pool. */
export interface VolumeInput {
  /** What Strimzi knows it by; it never changes. */
  readonly id: number;
  /** It only ever grows. */
  readonly size: Size;
  /** Default: the pool's. */
  readonly storageClass?: string;
  /** Whether it holds the cluster's metadata, which one volume does. Default: the one of the lowest id. */
  readonly metadata?: boolean;
}

/** Nodes of one kind. A field that is not given is the cluster's. */
export interface PoolInput {
  /** What its nodes do. Default: `['broker']`. */
  readonly roles?: readonly ('controller' | 'broker')[];
  /** How many nodes. */
  readonly nodes: number;
  /** One disk of this size. Default: the cluster's `storage`; of controllers `20GiB`. */
  readonly storage?: Size;
  /** Several disks (JBOD). Default: one, of `storage`. */
  readonly volumes?: readonly VolumeInput[];
  /** Records are on the node's own disk and gone with the pod; only in disposable environments. Default: false. */
  readonly ephemeral?: boolean;
  /** The StorageClass of its disks. Default: the cluster's. */
  readonly storageClass?: string;
  /** What each node gets. Default: the cluster's; of controllers `1GiB`. */
  readonly memory?: Size;
  /** Processors that are reserved for each node. Default: the cluster's; of controllers 0.25. */
  readonly cpu?: number;
  /** Values of the cluster's `rack` label: its nodes run nowhere else. Default: anywhere. */
  readonly zones?: readonly string[];
  /** Ids of its nodes, as Strimzi's `[0-9,20]`. Default: the next that are free. */
  readonly nodeIds?: string;
}

export const volumeShape = z.strictObject({
  id: z.int(),
  size: sizeShape,
  storageClass: z.string().optional(),
  metadata: z.boolean().optional(),
}) satisfies z.ZodType<VolumeInput>;

export const poolShape = z.strictObject({
  roles: z.array(z.enum(['controller', 'broker'])).optional(),
  nodes: z.int(),
  storage: sizeShape.optional(),
  volumes: z.array(volumeShape).optional(),
  ephemeral: z.boolean().optional(),
  storageClass: z.string().optional(),
  memory: sizeShape.optional(),
  cpu: z.number().optional(),
  zones: z.array(z.string()).optional(),
  nodeIds: z.string().optional(),
}) satisfies z.ZodType<PoolInput>;
