import { z } from 'zod';
import type { Origin } from './place';
import { type Duration, durationShape } from './units';

export const copyNames = ['prefixed', 'same'] as const;

/** What copies: MirrorMaker 2 beside a cluster, or Amazon's MSK Replicator between two clusters of MSK. */
export const replicators = ['mirror-maker', 'msk-replicator'] as const;
export type Replicator = (typeof replicators)[number];

/** As sentences call them. */
const copiers = {
  'mirror-maker': 'MirrorMaker 2',
  'msk-replicator': 'MSK Replicator',
} as const satisfies Record<Replicator, string>;

/**
 * MirrorMaker 2, or between clusters of Amazon MSK its Replicator, copies topics and the offsets of groups from one cluster to another, one way: nobody writes at the
 * target until the source is given up.
 */
export interface ReplicationInput<Owner extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** The cluster that is read. Its name becomes the prefix of what is copied, unless `names` says otherwise. */
  readonly from: string;
  /** The cluster that is written; it holds nothing of its own. */
  readonly to: string;
  /** What is copied. Default: every topic of the cluster that is read, dead letters too. */
  readonly topics?: readonly string[];
  /** Groups whose offsets are translated. Default: every group that consumes one of the topics, except those of Kafka Streams applications, whose state is not copied. */
  readonly groups?: readonly string[];
  /** What copies are called: `prefixed` by the cluster that is read (`main.orders.created`), so that nobody takes a copy for the original, or the `same`, so that clients that move need no other name. MSK Replicator prefixes by an alias of its own making, so there it is `same`. Default: `same` by MSK Replicator, else `prefixed`. */
  readonly names?: (typeof copyNames)[number];
  /** What copies. Default: `msk-replicator` between two clusters of Amazon MSK whose first authentication is `iam`, else `mirror-maker`. */
  readonly by?: Replicator;
  /** RPO: how old the newest record may be that the target does not have. Offsets are synced twice in that time. MSK Replicator promises none. Default: `1m`. */
  readonly rpo?: Duration;
  /** Kafka Connect's `tasks.max`: how many tasks share the partitions. MSK Replicator decides it. Default: 1. */
  readonly tasks?: number;
  /** How many workers share the tasks. MSK Replicator decides it. Default: 1. */
  readonly instances?: number;
}

export const replicationShape = z.strictObject({
  owner: z.string(),
  from: z.string(),
  to: z.string(),
  topics: z.array(z.string()).optional(),
  groups: z.array(z.string()).optional(),
  names: z.enum(copyNames).optional(),
  by: z.enum(replicators).optional(),
  rpo: durationShape.optional(),
  tasks: z.int().optional(),
  instances: z.int().optional(),
}) satisfies z.ZodType<ReplicationInput>;

/** A replication with every default decided. */
export interface Replication {
  readonly name: string;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  /** Their names on the source, sorted. */
  readonly topics: readonly string[];
  /** Sorted. */
  readonly groups: readonly string[];
  readonly names: (typeof copyNames)[number];
  /** The service of its clusters' vendor that copies. Absent: MirrorMaker does, in workers of the kit's own. */
  readonly service?: Exclude<Replicator, 'mirror-maker'>;
  /** Milliseconds. */
  readonly rpo: number;
  readonly tasks: number;
  readonly instances: number;
  /** Of every topic that MirrorMaker makes: what the brokers of the target can hold. */
  readonly replicationFactor: number;
  /** The fields that its description says; all others the kit decides. */
  readonly said: readonly string[];
  readonly origin: Origin;
}

/** What copies, as sentences call it. */
export const copierOf = ({ service }: Pick<Replication, 'service'>): string => copiers[service ?? 'mirror-maker'];

/** A replication whose topics and groups are still to be found where it says none. */
export type DescribedReplication = Omit<Replication, 'topics' | 'groups'> & Pick<ReplicationInput, 'topics' | 'groups'>;

/** The two sides on which what copies is a user. */
export const sides = ['source', 'target'] as const;
export type Side = (typeof sides)[number];

/** `orders-standby-source`: the application that stands for what copies on one side, and its principal. */
export const mirrorApplication = (replication: string, side: Side): string => `${replication}-${side}`;

/** `main.orders.created`: a topic's name on the target, by MirrorMaker's default replication policy, or by its identity policy. */
export const mirroredTopic = ({ from, names }: Pick<Replication, 'from' | 'names'>, topic: string): string =>
  names === 'same' ? topic : `${from}.${topic}`;

/**
 * What MirrorMaker keeps for itself, all of it on the target. Connect's three topics and its group are named after the
 * replication; the names of the other two are the replication policy's.
 * @see https://kafka.apache.org/documentation/#georeplication-overview
 */
export const mirrorInternals = ({ name, from }: Pick<Replication, 'name' | 'from'>) => ({
  groupId: `mm2-${name}`,
  configStorageTopic: `mm2-configs.${name}.internal`,
  offsetStorageTopic: `mm2-offsets.${name}.internal`,
  statusStorageTopic: `mm2-status.${name}.internal`,
  offsetSyncsTopic: `mm2-offset-syncs.${from}.internal`,
  checkpointsTopic: `${from}.checkpoints.internal`,
});
