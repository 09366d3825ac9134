/**
 * Cruise Control's goals as Strimzi knows them, the more important before. Read 2026-11-21.
 * @see https://strimzi.io/docs/operators/latest/deploying.html#con-optimization-goals-str
 * @see https://github.com/linkedin/cruise-control/wiki/Pluggable-Components#goals
 */
export const goalNames = [
  'RackAwareGoal',
  'RackAwareDistributionGoal',
  'MinTopicLeadersPerBrokerGoal',
  'ReplicaCapacityGoal',
  'DiskCapacityGoal',
  'NetworkInboundCapacityGoal',
  'NetworkOutboundCapacityGoal',
  'CpuCapacityGoal',
  'ReplicaDistributionGoal',
  'PotentialNwOutGoal',
  'DiskUsageDistributionGoal',
  'NetworkInboundUsageDistributionGoal',
  'NetworkOutboundUsageDistributionGoal',
  'CpuUsageDistributionGoal',
  'TopicReplicaDistributionGoal',
  'LeaderReplicaDistributionGoal',
  'LeaderBytesInDistributionGoal',
  'PreferredLeaderElectionGoal',
] as const;

/** What the network of each broker can bear, in bytes per second, where it is said. */
export interface NetworkCapacity {
  readonly inboundNetwork?: number;
  readonly outboundNetwork?: number;
}

/** What goals about the network measure it by: where it is not said, Strimzi takes none of them for default or hard. https://github.com/strimzi/strimzi-kafka-operator/pull/11465 */
const measuredBy: Readonly<Record<string, keyof NetworkCapacity>> = {
  NetworkInboundCapacityGoal: 'inboundNetwork',
  NetworkInboundUsageDistributionGoal: 'inboundNetwork',
  LeaderBytesInDistributionGoal: 'inboundNetwork',
  NetworkOutboundCapacityGoal: 'outboundNetwork',
  NetworkOutboundUsageDistributionGoal: 'outboundNetwork',
  PotentialNwOutGoal: 'outboundNetwork',
};

/** What has to be said for a goal, and is not. */
export function lackedBy(goal: string, capacity: NetworkCapacity): keyof NetworkCapacity | undefined {
  const measure = Object.hasOwn(measuredBy, goal) ? measuredBy[goal] : undefined;
  return measure !== undefined && capacity[measure] === undefined ? measure : undefined;
}

/** Strimzi's own goals; of two about racks it takes the first. */
export const strimziGoals: readonly string[] = goalNames.filter((goal) => goal !== 'RackAwareDistributionGoal');

/** Those that Strimzi takes for hard where nobody says what a broker's processors can bear. */
export const defaultHardGoals = (capacity: NetworkCapacity): readonly string[] =>
  [
    'RackAwareGoal',
    'ReplicaCapacityGoal',
    'DiskCapacityGoal',
    'NetworkInboundCapacityGoal',
    'NetworkOutboundCapacityGoal',
  ].filter((goal) => !lackedBy(goal, capacity));

const classes = 'com.linkedin.kafka.cruisecontrol.analyzer.goals.';

/** A goal by its own name: Strimzi's examples write some of them as classes. */
export const shortGoal = (goal: string): string => (goal.startsWith(classes) ? goal.slice(classes.length) : goal);

/** As Cruise Control's own configuration names a goal: a rebalance names it without its package. */
export const goalClass = (goal: string): string => `${classes}${shortGoal(goal)}`;
