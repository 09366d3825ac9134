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

/** Those that Strimzi takes for hard where nobody says what a broker's network and processors can bear. */
export const defaultHardGoals: readonly string[] = ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal'];

const classes = 'com.linkedin.kafka.cruisecontrol.analyzer.goals.';

/** A goal by its own name: Strimzi's examples write some of them as classes. */
export const shortGoal = (goal: string): string => (goal.startsWith(classes) ? goal.slice(classes.length) : goal);

/** As Cruise Control's own configuration names a goal: a rebalance names it without its package. */
export const goalClass = (goal: string): string => `${classes}${shortGoal(goal)}`;
