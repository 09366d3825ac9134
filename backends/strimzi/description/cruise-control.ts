import { z } from 'zod';
import { parseRate, parseSize, type Rate, rateShape, type Size, sizeShape } from '../../../model/units';
import { amountOf } from './amount';
import { defaultHardGoals, lackedBy, type NetworkCapacity, shortGoal, strimziGoals } from './goals';

/** A rebalance that Cruise Control proposes, and does once somebody annotates it with `strimzi.io/rebalance=approve`. */
export interface RebalanceInput {
  /** What it is for. Default: `full`. */
  readonly mode?: 'full' | 'add-brokers' | 'remove-brokers' | 'remove-disks';
  /** Ids of the brokers that came, or go; needed with `add-brokers` and `remove-brokers`. Default: none. */
  readonly brokers?: readonly number[];
  /** Ids of the volumes that are emptied, by broker's id; needed with `remove-disks`. Default: none. */
  readonly volumes?: Readonly<Record<string, readonly number[]>>;
  /** Goals in the order of their importance, by Cruise Control's names: `RackAwareGoal`. Default: the cluster's. */
  readonly goals?: readonly string[];
  /** Whether a proposal may do without the cluster's hard goals. Default: false. */
  readonly skipHardGoalCheck?: boolean;
  /** Whether, with `full`, disks of each broker are balanced in place of brokers. Default: false. */
  readonly rebalanceDisk?: boolean;
}

/** What each broker can bear; of disks and processors Cruise Control learns it from the pools. */
export interface BrokerCapacityInput {
  /** What may come in, replication included. Default: unknown; no goal about it is a default or hard one. */
  readonly inboundNetwork?: Rate;
  /** What may go out, replication included. Default: unknown; no goal about it is a default or hard one. */
  readonly outboundNetwork?: Rate;
}

/** Cruise Control, which moves replicas so that brokers are loaded alike. */
export interface CruiseControlInput {
  /** Goals that there are, in the order of their importance, by Cruise Control's names: `RackAwareGoal`. Default: Strimzi's. */
  readonly goals?: readonly string[];
  /** Goals that every proposal must meet. Default: `RackAwareGoal`, `ReplicaCapacityGoal`, `DiskCapacityGoal`, and those of the network that `brokerCapacity` says. */
  readonly hardGoals?: readonly string[];
  /** Goals of a rebalance that names none. Default: `goals`, or Strimzi's: those of the network only where `brokerCapacity` says it, or they are hard. */
  readonly defaultGoals?: readonly string[];
  /** Whether brokers that come are given replicas, and those that go are emptied before; not those of a pool that comes or goes. Default: true. */
  readonly autoRebalance?: boolean;
  /** Rebalances, by name. Default: none. */
  readonly rebalances?: Readonly<Record<string, RebalanceInput>>;
  /** What the network of each broker can bear. Default: unknown. */
  readonly brokerCapacity?: BrokerCapacityInput;
  /** What its pod gets; its model of the cluster grows with the replicas. Default: `1GiB`. */
  readonly memory?: Size;
}

export const rebalanceShape = z.strictObject({
  mode: z.enum(['full', 'add-brokers', 'remove-brokers', 'remove-disks']).optional(),
  brokers: z.array(z.int()).optional(),
  volumes: z.record(z.string(), z.array(z.int())).optional(),
  goals: z.array(z.string()).optional(),
  skipHardGoalCheck: z.boolean().optional(),
  rebalanceDisk: z.boolean().optional(),
}) satisfies z.ZodType<RebalanceInput>;

export const brokerCapacityShape = z.strictObject({
  inboundNetwork: rateShape.optional(),
  outboundNetwork: rateShape.optional(),
}) satisfies z.ZodType<BrokerCapacityInput>;

export const cruiseControlShape = z.strictObject({
  goals: z.array(z.string()).optional(),
  hardGoals: z.array(z.string()).optional(),
  defaultGoals: z.array(z.string()).optional(),
  autoRebalance: z.boolean().optional(),
  rebalances: z.record(z.string(), rebalanceShape).optional(),
  brokerCapacity: brokerCapacityShape.optional(),
  memory: sizeShape.optional(),
}) satisfies z.ZodType<CruiseControlInput>;

/** Cruise Control with every default decided but its goals: those are Strimzi's where none is written. */
export interface CruiseControl extends Omit<CruiseControlInput, 'brokerCapacity' | 'memory'> {
  readonly autoRebalance: boolean;
  /** Bytes per second; 0 where what is written is no such amount, which a rule refuses. */
  readonly brokerCapacity: NetworkCapacity;
  /** Bytes; 0 as for the network. */
  readonly memory: number;
}

export function cruiseControlOf(said: CruiseControlInput): CruiseControl {
  const { inboundNetwork, outboundNetwork } = said.brokerCapacity ?? {};
  return {
    ...said,
    autoRebalance: said.autoRebalance ?? true,
    brokerCapacity: {
      inboundNetwork: inboundNetwork && amountOf(parseRate, inboundNetwork),
      outboundNetwork: outboundNetwork && amountOf(parseRate, outboundNetwork),
    },
    memory: amountOf(parseSize, said.memory ?? '1GiB'),
  };
}

/** Goals with every default decided, by their short names. */
export interface Goals {
  readonly goals: readonly string[];
  readonly hardGoals: readonly string[];
  readonly defaultGoals: readonly string[];
  /** Whether any is written; else they are Strimzi's to decide. */
  readonly isWritten: boolean;
}

export function goalsOf({ brokerCapacity, ...said }: CruiseControl): Goals {
  const hardGoals = (said.hardGoals ?? defaultHardGoals(brokerCapacity)).map(shortGoal);
  const measured = strimziGoals.filter((goal) => hardGoals.includes(goal) || !lackedBy(goal, brokerCapacity));
  return {
    goals: (said.goals ?? strimziGoals).map(shortGoal),
    hardGoals,
    defaultGoals: (said.defaultGoals ?? said.goals ?? measured).map(shortGoal),
    isWritten: (said.goals ?? said.hardGoals ?? said.defaultGoals) !== undefined,
  };
}

/** The name of a `KafkaRebalance`: clusters may share a namespace. */
export const rebalanceName = (cluster: string, rebalance: string): string => `${cluster}-${rebalance}`;

/** Each of what auto-rebalance does, and the described name that its template would have. */
export const rebalanceTemplates = {
  'add-brokers': 'add-brokers-template',
  'remove-brokers': 'remove-brokers-template',
} as const;
