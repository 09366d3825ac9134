import { z } from 'zod';

/** A rebalance that Cruise Control proposes, and does once somebody annotates it with `strimzi.io/rebalance=approve`. */
export interface RebalanceInput {
  /** What it is for. Default: `full`. */
  readonly mode?: 'full' | 'add-brokers' | 'remove-brokers' | 'remove-disks';
  /** Ids of the brokers that came, or go; needed with `add-brokers` and `remove-brokers`. Default: none. */
  readonly brokers?: readonly number[];
  /** Volumes that are emptied, by broker's id; needed with `remove-disks`. Default: none. */
  readonly volumes?: Readonly<Record<string, readonly number[]>>;
  /** Goals in the order of their importance, by Cruise Control's names. Default: the cluster's. */
  readonly goals?: readonly string[];
}

/** Cruise Control, which moves replicas so that brokers are loaded alike. */
export interface CruiseControlInput {
  /** Goals that there are, in the order of their importance, by Cruise Control's names. Default: Strimzi's. */
  readonly goals?: readonly string[];
  /** Goals that every proposal must meet. Default: Strimzi's. */
  readonly hardGoals?: readonly string[];
  /** Goals of a rebalance that names none. Default: Strimzi's. */
  readonly defaultGoals?: readonly string[];
  /** Whether brokers that come are given replicas, and those that go are emptied before. Default: true. */
  readonly autoRebalance?: boolean;
  /** Rebalances, by name. Default: none. */
  readonly rebalances?: Readonly<Record<string, RebalanceInput>>;
}

export const rebalanceShape = z.strictObject({
  mode: z.enum(['full', 'add-brokers', 'remove-brokers', 'remove-disks']).optional(),
  brokers: z.array(z.int()).optional(),
  volumes: z.record(z.string(), z.array(z.int())).optional(),
  goals: z.array(z.string()).optional(),
}) satisfies z.ZodType<RebalanceInput>;

export const cruiseControlShape = z.strictObject({
  goals: z.array(z.string()).optional(),
  hardGoals: z.array(z.string()).optional(),
  defaultGoals: z.array(z.string()).optional(),
  autoRebalance: z.boolean().optional(),
  rebalances: z.record(z.string(), rebalanceShape).optional(),
}) satisfies z.ZodType<CruiseControlInput>;
