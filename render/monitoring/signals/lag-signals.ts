import type { Signal } from './signal';

const ofGroup = ['group', 'topic', 'partition'] as const;

/**
 * What the lag exporter says of consumer groups. Seconds are estimated from the rate at which a partition grows, so they are
 * missing while nothing is produced; records never are.
 * @see https://github.com/softwaremill/klag-exporter#metrics
 */
export const lagSignals = {
  lagRecords: { metric: 'kafka_consumergroup_group_lag', source: 'lag-exporter', unit: 'records', labels: ofGroup },
  lagSeconds: {
    metric: 'kafka_consumergroup_group_lag_seconds',
    source: 'lag-exporter',
    unit: 'seconds',
    labels: ofGroup,
  },
  groupOffset: {
    metric: 'kafka_consumergroup_group_offset',
    source: 'lag-exporter',
    unit: 'records',
    labels: ofGroup,
  },
  /** The end of a partition, whether anybody reads it or not: unlike a broker's count it is there before the first record. */
  latestOffset: {
    metric: 'kafka_partition_latest_offset',
    source: 'lag-exporter',
    unit: 'records',
    labels: ['topic', 'partition'],
  },
  /** 0 unknown, 1 and 2 rebalancing, 3 stable, 4 dead, 5 empty, 6 assigning, 7 reconciling. */
  groupState: {
    metric: 'kafka_consumergroup_group_state',
    source: 'lag-exporter',
    unit: 'count',
    labels: ['group'],
  },
} as const satisfies Record<string, Signal>;
