import { type MonitoredCluster, seriesOf } from '../monitored';
import { max, promql, rate, series, sum } from '../promql';
import { signals } from '../signals/signals';
import { podVolumes } from '../volumes';
import type { Row } from './dashboard';

const window = '$__rate_interval';

/** Who is connected, and who is turned away. */
export function clientsRow(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  return {
    title: 'Clients',
    panels: [
      {
        title: 'Connections',
        description: 'By listener. A saw tooth is a client that connects again for every request.',
        kind: 'course',
        unit: 'count',
        queries: [{ expression: sum(['listener'], series(signals.connections, here)), legend: '{{listener}}' }],
      },
      {
        title: 'Failed logins',
        description: 'By listener. Zero is good.',
        kind: 'course',
        unit: 'per-second',
        queries: [
          {
            expression: sum(['listener'], rate(series(signals.failedAuthentications, here), window)),
            legend: '{{listener}}',
          },
        ],
      },
      {
        title: 'Refused produce requests',
        description: 'Denied, too large, or too few replicas in sync.',
        kind: 'course',
        unit: 'per-second',
        queries: [
          { expression: sum(['pod'], rate(series(signals.failedProduceRequests, here), window)), legend: '{{pod}}' },
        ],
      },
    ],
  };
}

/** What the nodes have left: memory, processor, space, days of a certificate. */
export function machinesRow(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  const heap = { ...here, area: 'heap' };
  const authorities = series(signals.certificateExpiry, {
    cluster: monitored.cluster,
    resource_namespace: monitored.namespace,
  });
  return {
    title: 'Machines',
    panels: [
      {
        title: 'Heap in use',
        description: 'Near 1 for long means that the next step is garbage collection without end.',
        kind: 'course',
        unit: 'ratio',
        queries: [
          {
            expression: promql`${max(['pod'], series(signals.memoryUsed, heap))} / ${max(['pod'], series(signals.memoryMaximum, heap))}`,
            legend: '{{pod}}',
          },
        ],
      },
      {
        title: 'Processor and garbage collection',
        description: 'In processors. Collection above a tenth of one is much.',
        kind: 'course',
        unit: 'count',
        queries: [
          { expression: sum(['pod'], rate(series(signals.processor, here), window)), legend: '{{pod}}' },
          {
            expression: sum(['pod'], rate(series(signals.garbageCollection, here), window)),
            legend: 'collecting {{pod}}',
          },
        ],
      },
      {
        title: 'Free space',
        description: 'Part of each volume. KafkaDiskNearlyFull fires below 0.15.',
        kind: 'course',
        unit: 'ratio',
        badBelow: 0.15,
        queries: [{ expression: podVolumes(monitored), legend: '{{persistentvolumeclaim}}' }],
      },
      {
        title: 'End of the certificate authorities',
        description: 'Strimzi renews them 30 days before.',
        kind: 'number',
        unit: 'timestamp-ms',
        queries: [{ expression: max(['type'], authorities), legend: '{{type}}' }],
      },
    ],
  };
}
