import { z } from 'zod';
import type { Flow } from './flow';
import type { Topic } from './topic';

/** An application whose copies on Kubernetes follow its lag; where its cluster is not on Kubernetes nothing scales it. */
export interface ScalingInput {
  /** The Deployment that is scaled, in the application's namespace; it says no replicas of its own. Default: the application's name. */
  readonly deployment?: string;
  /** The fewest copies; 0 lets it sleep while there is nothing to read. Default: 1. */
  readonly min?: number;
  /** The most copies; never more than its topic of most partitions has, for others would be idle. Default: that number. */
  readonly max?: number;
  /** How many unread records one copy is for. Default: 100. */
  readonly lagThreshold?: number;
}

export const scalingShape = z.strictObject({
  deployment: z.string().optional(),
  min: z.int().optional(),
  max: z.int().optional(),
  lagThreshold: z.int().optional(),
}) satisfies z.ZodType<ScalingInput>;

/** Scaling with every default decided but the most copies, which topics decide. */
export interface Scaling {
  readonly deployment: string;
  readonly min: number;
  /** Absent: as many as its topic of most partitions has. */
  readonly max?: number;
  readonly lagThreshold: number;
}

/** A topic that an application reads, whose unread records count. */
export interface Followed {
  readonly topic: string;
  readonly group: string;
  readonly partitions: number;
}

/** Every topic that an application reads and that is there, in the order in which flows are listed. */
export const followedBy = (
  { name }: { readonly name: string },
  { flows, topics }: { readonly flows: readonly Flow[]; readonly topics: ReadonlyMap<string, Topic> },
): Followed[] =>
  flows.flatMap((flow) => {
    const topic = topics.get(flow.topic);
    if (flow.direction !== 'consume' || flow.application !== name || !topic) return [];
    return [{ topic: topic.name, group: flow.group, partitions: topic.partitions }];
  });

/**
 * How many copies find work. Kafka's default assignment shares out each topic by itself, so that a group with several
 * keeps as many members busy as the largest has partitions; Kafka Streams makes as many tasks of topics that it joins,
 * and its repartition topics have as many partitions as the largest that they are made of.
 * @see https://kafka.apache.org/documentation/#consumerconfigs_partition.assignment.strategy
 * @see https://kafka.apache.org/documentation/streams/architecture#streams_architecture_tasks
 */
export const busyCopies = (followed: readonly Followed[]): number =>
  Math.max(0, ...followed.map(({ partitions }) => partitions));
