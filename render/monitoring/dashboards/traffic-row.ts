import { type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { max, min, rate, series, sum } from '../promql';
import { signals } from '../signals/signals';
import type { Row } from './dashboard';

const window = '$__rate_interval';

/** How much a cluster does, and how long it takes. */
export function trafficRow(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  return {
    title: 'Traffic',
    panels: [
      {
        title: 'Bytes',
        description: 'In is what producers send, without replication; out is what consumers fetch.',
        kind: 'course',
        unit: 'bytes-per-second',
        queries: [
          { expression: sum(perCluster, rate(series(signals.bytesIn, here), window)), legend: 'in' },
          { expression: sum(perCluster, rate(series(signals.bytesOut, here), window)), legend: 'out' },
        ],
      },
      {
        title: 'Records in',
        description: 'By node: one that stands alone has more leaders than the others.',
        kind: 'course',
        unit: 'records-per-second',
        queries: [{ expression: sum(['pod'], rate(series(signals.messagesIn, here), window)), legend: '{{pod}}' }],
      },
      {
        title: 'Time of requests, 99th percentile',
        description: 'A fetch waits for records, half a second by default; a produce waits for its replicas.',
        kind: 'course',
        unit: 'milliseconds',
        queries: [
          {
            expression: max(
              ['request'],
              series(signals.requestTime, { ...here, request: ['Produce', 'FetchConsumer', 'FetchFollower'] }),
            ),
            legend: '{{request}}',
          },
        ],
      },
      {
        title: 'Idle threads',
        description: 'Below 0.3 requests begin to queue.',
        kind: 'course',
        unit: 'ratio',
        badBelow: 0.3,
        queries: [
          { expression: min(['pod'], series(signals.requestHandlerIdle, here)), legend: 'requests {{pod}}' },
          { expression: min(['pod'], series(signals.networkProcessorIdle, here)), legend: 'network {{pod}}' },
        ],
      },
      {
        title: 'Replicas that fell behind',
        description:
          'Leaders that took a replica out of sync. A steady trickle means that a disk or a network is too slow.',
        kind: 'course',
        unit: 'per-second',
        queries: [{ expression: sum(['pod'], rate(series(signals.isrShrinks, here), window)), legend: '{{pod}}' }],
      },
      {
        title: 'Leaders',
        description: 'Uneven after a restart until leadership is balanced again, five minutes by default.',
        kind: 'course',
        unit: 'count',
        queries: [{ expression: sum(['pod'], series(signals.leaders, here)), legend: '{{pod}}' }],
      },
    ],
  };
}
