import { type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { count, max, promql, rate, series, sum } from '../promql';
import { signals } from '../signals/signals';
import type { Row } from './dashboard';

/** Numbers that are zero on a good day. */
export function healthRow(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  const firing = series(signals.alerts, { ...here, alertstate: 'firing' });
  return {
    title: 'Now',
    panels: [
      {
        title: 'Alerts firing',
        description: 'Of this cluster. Zero is good.',
        kind: 'number',
        unit: 'count',
        badFrom: 1,
        queries: [{ expression: promql`${count([], firing)} or vector(0)` }],
      },
      {
        title: 'Brokers',
        description: 'That the controller knows and that answer it.',
        kind: 'number',
        unit: 'count',
        queries: [{ expression: max(perCluster, series(signals.activeBrokers, here)) }],
      },
      {
        title: 'Brokers that do not answer',
        description: 'Registered and fenced. Zero is good.',
        kind: 'number',
        unit: 'count',
        badFrom: 1,
        queries: [{ expression: max(perCluster, series(signals.fencedBrokers, here)) }],
      },
      {
        title: 'Active controllers',
        description: 'Exactly one.',
        kind: 'number',
        unit: 'count',
        badBelow: 1,
        queries: [{ expression: sum(perCluster, series(signals.activeController, here)) }],
      },
      {
        title: 'Partitions without a leader',
        description: 'Nobody writes to them or reads from them. Zero is good.',
        kind: 'number',
        unit: 'count',
        badFrom: 1,
        queries: [{ expression: max(perCluster, series(signals.offlinePartitions, here)) }],
      },
      {
        title: 'Partitions below min ISR',
        description: 'Producers with acks=all are refused there. Zero is good.',
        kind: 'number',
        unit: 'count',
        badFrom: 1,
        queries: [{ expression: sum(perCluster, series(signals.underMinIsrPartitions, here)) }],
      },
      {
        title: 'Under-replicated partitions',
        description: 'Nothing is lost yet. Zero is good, outside a restart.',
        kind: 'number',
        unit: 'count',
        badFrom: 1,
        queries: [{ expression: sum(perCluster, series(signals.underReplicatedPartitions, here)) }],
      },
      {
        title: 'Unclean elections, last day',
        description: 'A replica that was not in sync became leader: records were lost. Zero is good.',
        kind: 'number',
        unit: 'count',
        badFrom: 1,
        queries: [
          { expression: promql`${sum(perCluster, rate(series(signals.uncleanElections, here), '1d'))} * 86400` },
        ],
      },
    ],
  };
}
