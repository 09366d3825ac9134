import { z } from 'zod';
import { entriesOf } from './by-name';
import type { Origin } from './place';
import { type RemovalInput, removalShape } from './removal';
import { type Duration, durationShape, type Size, sizeShape } from './units';

/** How much harm a record does in the wrong hands, the least first; `personal` is data of natural persons. */
export const classifications = ['public', 'internal', 'confidential', 'personal'] as const;
export type Classification = (typeof classifications)[number];

/** Negative where the first is less sensitive. */
export const compareClassifications = (a: Classification, b: Classification): number =>
  classifications.indexOf(a) - classifications.indexOf(b);

/** Kafka's `cleanup.policy`. */
export const cleanupPolicies = ['delete', 'compact', 'compact,delete'] as const;
export type CleanupPolicy = (typeof cleanupPolicies)[number];

/** A topic, the same in every environment but for what its `overrides` say. */
export interface TopicInput<Owner extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** One sentence, which `explain` prints. Default: none. */
  readonly description?: string;
  /** How many consumers of a group can share its records; Kafka adds partitions and never takes any away. Default: 3. */
  readonly partitions?: number;
  /** Copies of each record. Default: 3, or as many as a smaller cluster has brokers. */
  readonly replicationFactor?: number;
  /** Copies that must be written before a record counts: Kafka's `min.insync.replicas`. Default: one less than the replication factor, at least 1. */
  readonly minInsyncReplicas?: number;
  /** Kafka's `cleanup.policy`: delete old records, keep the latest of each key, or both. Default: `delete`. */
  readonly cleanup?: CleanupPolicy;
  /** How long records stay: Kafka's `retention.ms`. Default: `7d`; unlimited where `cleanup` is `compact`. */
  readonly retention?: Duration | 'unlimited';
  /** How much a partition holds: Kafka's `retention.bytes`. Default: unlimited. */
  readonly retentionSize?: Size;
  /** The largest record batch: Kafka's `max.message.bytes`. Default: the cluster's (Kafka: about 1 MiB). */
  readonly maxMessageSize?: Size;
  /** How much harm a record does in the wrong hands; `personal` is data of natural persons. Default: `internal`. */
  readonly classification?: Classification;
  /** Who of other teams may read it: applications, or owners with all of theirs; its own owner always may. Default: every application that has a flow. */
  readonly readers?: readonly string[];
  /** Of a compacted topic, how one person's records leave it: who writes their tombstones, and when. Default: nobody says. */
  readonly erasure?: string;
  /** Any other topic configuration of Kafka, by its own name. Default: none. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** Where it is placed. Default: the environment's only cluster. */
  readonly cluster?: string;
  /** Says that the topic goes; the rest of the entry stays until every environment has applied it. Default: it stays. */
  readonly removed?: RemovalInput;
}

export const topicShape = z.strictObject({
  owner: z.string(),
  description: z.string().optional(),
  partitions: z.int().optional(),
  replicationFactor: z.int().optional(),
  minInsyncReplicas: z.int().optional(),
  cleanup: z.enum(cleanupPolicies).optional(),
  retention: z.union([durationShape, z.literal('unlimited')]).optional(),
  retentionSize: sizeShape.optional(),
  maxMessageSize: sizeShape.optional(),
  classification: z.enum(classifications).optional(),
  readers: z.array(z.string()).optional(),
  erasure: z.string().optional(),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cluster: z.string().optional(),
  removed: removalShape.optional(),
}) satisfies z.ZodType<TopicInput>;

/** A topic with every default decided. */
export interface Topic {
  readonly name: string;
  readonly owner: string;
  readonly description?: string;
  readonly cluster: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
  readonly cleanup: CleanupPolicy;
  /** Milliseconds; `-1` is unlimited. */
  readonly retention: number;
  /** Bytes per partition; `-1` is unlimited. */
  readonly retentionSize: number;
  /** Bytes. Absent: the cluster's. */
  readonly maxMessageSize?: number;
  readonly classification: Classification;
  /** Nobody said how it is classified. Absent: somebody did, or it is what it is made for. */
  readonly unclassified?: true;
  /** Applications, and owners, that may read it besides its own owner's. Absent: whoever has a flow. */
  readonly readers?: readonly string[];
  /** How one person's records leave it. */
  readonly erasure?: string;
  /** What the platform says of who may read it, where this environment says otherwise. Absent: it says the same. */
  readonly platform?: Pick<Topic, 'owner' | 'classification' | 'readers'>;
  /** What the description adds by Kafka's own names. */
  readonly config: Readonly<Record<string, string>>;
  /** What it is for: records of the platform, of one consumer's failures, or what the kit runs beside a cluster keeps. */
  readonly role: 'records' | 'dead-letter' | 'internal';
  /** The connector that needs it, and says what it is. Absent: it is described by hand, or another pattern's. */
  readonly madeBy?: string;
  readonly removed?: RemovalInput;
  readonly origin: Origin;
}

/** The complete topic configuration in Kafka's own names, sorted. */
export function kafkaConfig(topic: Omit<Topic, 'origin'>): Readonly<Record<string, string>> {
  const config: Record<string, string> = {
    'cleanup.policy': topic.cleanup,
    'min.insync.replicas': String(topic.minInsyncReplicas),
    ...(topic.cleanup === 'compact' ? {} : { 'retention.ms': String(topic.retention) }),
    ...(topic.retentionSize < 0 ? {} : { 'retention.bytes': String(topic.retentionSize) }),
    ...(topic.maxMessageSize === undefined ? {} : { 'max.message.bytes': String(topic.maxMessageSize) }),
    ...topic.config,
  };
  return Object.fromEntries(entriesOf(config));
}
