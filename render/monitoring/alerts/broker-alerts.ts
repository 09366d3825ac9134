import { missedRenewalDays } from '../../../model/certificate-life';
import { type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { max, promql, rate, series, sum } from '../promql';
import { signals } from '../signals/signals';
import { podVolumes } from '../volumes';
import type { Alert } from './alert';

/** Part of a volume that has to be free. */
const freeAtLeast = 0.15;

/** Failed logins a second on one listener that one misconfigured client does not cause by its retries alone. */
const failuresPerSecond = 0.1;

/** Hours after which a certificate that cert-manager was to make anew is missed: it has tried more than once by then. */
const renewedWithin = 6;

/** Whether brokers are there, have room, and turn nobody away. */
export function brokerAlerts(monitored: MonitoredCluster): Alert[] {
  const here = seriesOf(monitored);
  const expiry = series(signals.certificateExpiry, {
    cluster: monitored.cluster,
    resource_namespace: monitored.namespace,
  });
  return [
    {
      name: 'KafkaBrokerDown',
      severity: 'page',
      // A broker that restarts and recovers its logs is back before that.
      for: '5m',
      expression: promql`${max(perCluster, series(signals.fencedBrokers, here))} > 0`,
      summary: '{{ $value }} brokers of {{ $labels.strimzi_io_cluster }} do not answer the controller',
      description: 'Their partitions are led by others and have one replica less; the next failure may stop writes.',
    },
    {
      name: 'KafkaDiskNearlyFull',
      severity: 'page',
      for: '5m',
      expression: promql`${podVolumes(monitored)} < ${freeAtLeast}`,
      summary: '{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} of its space left',
      description: 'A broker whose log directory is full stops serving it, and needs room before it starts again.',
    },
    {
      name: 'KafkaFailedAuthentications',
      severity: 'ticket',
      for: '5m',
      expression: promql`${sum([...perCluster, 'listener'], rate(series(signals.failedAuthentications, here), '5m'))} > ${failuresPerSecond}`,
      summary: '{{ $value | humanize }} logins a second fail on listener {{ $labels.listener }}',
      description: 'A client has a wrong or an old credential, or somebody tries passwords.',
    },
    {
      name: 'KafkaCertificateExpires',
      severity: 'ticket',
      for: '1h',
      expression: promql`${max(['cluster', 'resource_namespace', 'type'], expiry)} / 1000 - time() < ${missedRenewalDays} * 86400`,
      summary:
        'The certificate authority {{ $labels.type }} of {{ $labels.cluster }} ends in {{ $value | humanizeDuration }}',
      description: 'Strimzi should have renewed it by now. When it ends, nobody connects any more.',
    },
  ];
}

/** Whether cert-manager makes what brokers show in time, however long each lasts. */
export function renewalAlerts(certificates: readonly string[]): Alert[] {
  if (certificates.length === 0) return [];
  const renewal = series(signals.certificateRenewal, { name: certificates });
  return [
    {
      name: 'KafkaCertificateNotRenewed',
      severity: 'ticket',
      for: '1h',
      expression: promql`time() - ${max(['name'], renewal)} > ${renewedWithin} * 3600`,
      summary: 'The certificate {{ $labels.name }} was to be renewed {{ $value | humanizeDuration }} ago',
      description: 'cert-manager did not make the next one. When this one ends, no client trusts the brokers.',
    },
  ];
}
