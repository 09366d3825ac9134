import { z } from 'zod';

/** An application whose copies on Kubernetes follow its lag. */
export interface ScalingInput {
  /** The Deployment that is scaled. Default: the application's name. */
  readonly deployment?: string;
  /** The fewest copies; 0 lets it sleep while there is nothing to read. Default: 1. */
  readonly min?: number;
  /** The most copies; never more than its topic of most partitions has, for others would be idle. Default: that number. */
  readonly max?: number;
  /** How many unread records one copy is for: KEDA's `lagThreshold`. Default: 100. */
  readonly lag?: number;
}

export const scalingShape = z.strictObject({
  deployment: z.string().optional(),
  min: z.int().optional(),
  max: z.int().optional(),
  lag: z.int().optional(),
}) satisfies z.ZodType<ScalingInput>;

/** Scaling with every default decided. */
export interface Scaling {
  readonly deployment: string;
  readonly min: number;
  /** Absent: as many as its topic of most partitions has. */
  readonly max?: number;
  readonly lag: number;
}
