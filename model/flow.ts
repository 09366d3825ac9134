import { z } from 'zod';
import type { Origin } from './place';
import { type Duration, durationShape } from './units';

/** What happens to a record that a consumer cannot process. */
export interface DeadLetterInput {
  /** How often a record is tried before it goes to the dead-letter topic. Default: 3. */
  readonly attempts?: number;
  /** How long the consumer waits between two tries. Default: `1s`. */
  readonly backoff?: Duration;
  /** How long failed records stay. Default: `14d`, or the source topic's retention where that is longer; no longer than the cluster keeps records. */
  readonly retention?: Duration;
}

/** An objective for a consumer group. */
export interface LagInput {
  /** The longest time between a record's arrival and its processing. */
  readonly under: Duration;
}

/** An application consumes a topic as a member of a consumer group. */
export interface ConsumesInput {
  /** Kafka's `group.id`. Default: the application's name; of a Kafka Streams application its application id. */
  readonly group?: string;
  /** Makes `<topic>.<group>.dlq` and lets the application write to it. Default: no dead-letter topic. */
  readonly deadLetter?: DeadLetterInput;
  /** How far behind the group may be. On Strimzi the alert KafkaConsumerLag holds it; on other back ends `explain` prints it and nothing alerts yet. Default: no objective. */
  readonly lag?: LagInput;
  /** Kafka's `isolation.level`. Default: `read_committed` where a producer of the topic is transactional, else Kafka's `read_uncommitted`. */
  readonly isolation?: 'read_committed' | 'read_uncommitted';
}

/** An application produces to a topic. Reserved for what a producer may need; today it is `{}`. */
export type ProducesInput = Readonly<Record<string, never>>;

export const deadLetterShape = z.strictObject({
  attempts: z.int().optional(),
  backoff: durationShape.optional(),
  retention: durationShape.optional(),
}) satisfies z.ZodType<DeadLetterInput>;

export const lagShape = z.strictObject({ under: durationShape }) satisfies z.ZodType<LagInput>;

export const consumesShape = z.strictObject({
  group: z.string().optional(),
  deadLetter: deadLetterShape.optional(),
  lag: lagShape.optional(),
  isolation: z.enum(['read_committed', 'read_uncommitted']).optional(),
}) satisfies z.ZodType<ConsumesInput>;

export const producesShape = z.strictObject({});

interface AnyFlow {
  readonly application: string;
  readonly topic: string;
  /** The connector for which its application, a Connect cluster, does it. Absent: the application does it for itself. */
  readonly connector?: string;
  /** The place in the description that asks for it: `applications.payment-service.consumes['orders.created']`. */
  readonly origin: Origin;
}

export interface Produces extends AnyFlow {
  readonly direction: 'produce';
}

/** Retry limits of one consumer, with the topic that takes what still fails. */
export interface DeadLetter {
  readonly topic: string;
  readonly attempts: number;
  /** Milliseconds. */
  readonly backoff: number;
  /** Milliseconds. Absent: as long as the source topic, and at least 14 days. */
  readonly retention?: number;
}

export interface Consumes extends AnyFlow {
  readonly direction: 'consume';
  readonly group: string;
  readonly deadLetter?: DeadLetter;
  /** Milliseconds. */
  readonly lagUnder?: number;
  /** Decided once all applications are known. */
  readonly isolation?: 'read_committed' | 'read_uncommitted';
}

/** The only source of permissions. */
export type Flow = Produces | Consumes;
