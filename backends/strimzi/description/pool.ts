import { z } from 'zod';
import { entriesOf } from '../../../model/by-name';
import type { Key } from '../../../model/place';
import { parseSize, type Size, sizeShape } from '../../../model/units';
import { amountOf } from './amount';

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
  /** Kafka's heap. Default: the cluster's; of controllers Strimzi's. */
  readonly heap?: Size;
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
  heap: sizeShape.optional(),
  zones: z.array(z.string()).optional(),
  nodeIds: z.string().optional(),
}) satisfies z.ZodType<PoolInput>;

/** A disk of each node with every default decided. */
export interface Volume {
  readonly id: number;
  /** Bytes; 0 where what is written is no amount of data, which a rule refuses. */
  readonly size: number;
  readonly storageClass?: string;
  readonly metadata: boolean;
  /** Where in its pool it is written. */
  readonly path: readonly Key[];
}

/** Nodes of one kind with every default decided. */
export interface Pool {
  readonly name: string;
  readonly roles: readonly ('controller' | 'broker')[];
  readonly nodes: number;
  /** By id. */
  readonly volumes: readonly Volume[];
  readonly ephemeral: boolean;
  /** Whether `storage` is written. */
  readonly isSizeWritten: boolean;
  /** Bytes; 0 as for sizes of volumes. */
  readonly memory: number;
  readonly cpu: number;
  /** Bytes; 0 as for sizes of volumes. Absent: Strimzi's. */
  readonly heap?: number;
  readonly zones?: readonly string[];
  readonly nodeIds?: string;
}

/** What a cluster says of its nodes, of one kind or of several. */
export interface NodesInput {
  readonly pools?: Readonly<Record<string, PoolInput>>;
  readonly brokers?: number;
  readonly controllers?: number;
  readonly storage?: Size;
  readonly storageClass?: string;
  readonly memory?: Size;
  readonly cpu?: number;
  readonly heap?: Size;
}

/** The pools of a cluster, by name: those that are described, or controllers and brokers apart. */
export function poolsOf(said: NodesInput): Pool[] {
  const described: Readonly<Record<string, PoolInput>> = said.pools ?? {
    controller: { roles: ['controller'], nodes: said.controllers ?? 3 },
    broker: { nodes: said.brokers ?? 3 },
  };
  return entriesOf(described).map(([name, pool]) => poolOf(name, pool, said));
}

/** Metadata is small, and all of it is kept in memory. https://kafka.apache.org/documentation/#kraft_deployment */
const controllerDefaults = { storage: '20GiB', memory: '1GiB', cpu: 0.25 } as const;
const brokerDefaults = { storage: '100GiB', memory: '4GiB', cpu: 1 } as const;

function poolOf(name: string, pool: PoolInput, cluster: NodesInput): Pool {
  const roles = pool.roles ?? ['broker'];
  const sizes: NodesInput = roles.includes('broker') ? { ...brokerDefaults, ...given(cluster) } : controllerDefaults;
  const heap = pool.heap ?? sizes.heap;
  return {
    name,
    roles,
    nodes: pool.nodes,
    volumes: volumesOf(pool, { storage: sizes.storage, storageClass: cluster.storageClass }),
    ephemeral: pool.ephemeral ?? false,
    isSizeWritten: pool.storage !== undefined,
    memory: amountOf(parseSize, pool.memory ?? sizes.memory ?? ''),
    cpu: pool.cpu ?? sizes.cpu ?? 0,
    heap: heap && amountOf(parseSize, heap),
    zones: pool.zones,
    nodeIds: pool.nodeIds,
  };
}

/** Without what a program leaves undefined. */
const given = ({ storage, memory, cpu, heap }: NodesInput): NodesInput =>
  Object.fromEntries(Object.entries({ storage, memory, cpu, heap }).filter(([, value]) => value !== undefined));

function volumesOf(pool: PoolInput, cluster: Pick<NodesInput, 'storage' | 'storageClass'>): Volume[] {
  const storageClass = pool.storageClass ?? cluster.storageClass;
  const single: VolumeInput = { id: 0, size: pool.storage ?? cluster.storage ?? '100GiB' };
  const volumes = pool.volumes ?? [single];
  const first = Math.min(...volumes.map(({ id }) => id));
  const isSaid = volumes.some(({ metadata }) => metadata);
  return volumes
    .map(({ id, size, metadata = !isSaid && id === first, ...own }, index) => ({
      id,
      size: amountOf(parseSize, size),
      storageClass: own.storageClass ?? storageClass,
      metadata,
      path: pool.volumes ? ['volumes', index] : [],
    }))
    .sort((a, b) => a.id - b.id);
}

export const hasRole = ({ roles }: Pick<Pool, 'roles'>, role: Pool['roles'][number]): boolean => roles.includes(role);

/** How many nodes have the role. */
export const nodesWith = (pools: readonly Pool[], role: Pool['roles'][number]): number =>
  pools.filter((pool) => hasRole(pool, role)).reduce((sum, { nodes }) => sum + nodes, 0);
