import { type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { absent, max, promql, series, sum } from '../promql';
import { signals } from '../signals/signals';
import type { Alert } from './alert';

/** Whether every partition has its replicas, its leader and somebody who decides. */
export function partitionAlerts(monitored: MonitoredCluster): Alert[] {
  const here = seriesOf(monitored);
  const perNode = [...perCluster, 'pod'] as const;
  const activeController = series(signals.activeController, here);
  return [
    {
      name: 'KafkaUnderReplicatedPartitions',
      severity: 'ticket',
      // Longer than the restart of a broker takes.
      for: '10m',
      expression: promql`${sum(perNode, series(signals.underReplicatedPartitions, here))} > 0`,
      summary: '{{ $value }} partitions led by {{ $labels.pod }} have fewer replicas in sync than they should',
      description: 'A broker is down or cannot keep up. Nothing is lost yet; one failure more may stop writes.',
    },
    {
      name: 'KafkaOfflinePartitions',
      severity: 'page',
      for: '1m',
      expression: promql`${max(perCluster, series(signals.offlinePartitions, here))} > 0`,
      summary: '{{ $value }} partitions of {{ $labels.strimzi_io_cluster }} have no leader',
      description: 'Nobody can write to them or read from them until a replica that was in sync is back.',
    },
    {
      name: 'KafkaUnderMinIsrPartitions',
      severity: 'page',
      for: '2m',
      expression: promql`${sum(perNode, series(signals.underMinIsrPartitions, here))} > 0`,
      summary: '{{ $value }} partitions led by {{ $labels.pod }} have fewer replicas in sync than min.insync.replicas',
      description: 'Producers with acks=all are refused there (NOT_ENOUGH_REPLICAS); consumers still read.',
    },
    {
      name: 'KafkaNoActiveController',
      severity: 'page',
      for: '2m',
      expression: promql`${sum(perCluster, activeController)} != 1 or ${absent(activeController)}`,
      summary: '{{ $labels.strimzi_io_cluster }} does not have exactly one active controller',
      description:
        'Without a controller no leader is elected and no topic, user or ACL changes. It fires too when no controller is scraped at all.',
    },
  ];
}
