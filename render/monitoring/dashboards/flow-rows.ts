import { defaultRecordAge } from '../alerts/mirror-maker-alerts';
import { type MonitoredCluster, type MonitoredReplication, seriesOf } from '../monitored';
import { max, series, sum, top } from '../promql';
import { signals } from '../signals/signals';
import type { Row } from './dashboard';

/** The replications that a KafkaMirrorMaker2 runs. */
export interface MonitoredMirrorMaker {
  /** Of the KafkaMirrorMaker2, in the cluster's namespace. */
  readonly name: string;
  readonly replications: readonly MonitoredReplication[];
}

/** Which groups are behind, and what they gave up on. */
export function consumersRow(monitored: MonitoredCluster, deadLetterTopics: readonly string[]): Row {
  const here = seriesOf(monitored);
  return {
    title: 'Who waits',
    panels: [
      {
        title: 'Furthest behind, in time',
        description: 'Estimated from how fast the topic grows; missing while nothing is produced.',
        kind: 'course',
        unit: 'seconds',
        queries: [
          {
            expression: top(10, max(['group', 'topic'], series(signals.lagSeconds, here))),
            legend: '{{group}} {{topic}}',
          },
        ],
      },
      {
        title: 'Furthest behind, in records',
        description: 'Rising without end: the group is stopped or too slow.',
        kind: 'course',
        unit: 'records',
        queries: [
          {
            expression: top(10, sum(['group', 'topic'], series(signals.lagRecords, here))),
            legend: '{{group}} {{topic}}',
          },
        ],
      },
      ...(deadLetterTopics.length > 0
        ? [
            {
              title: 'Dead letters',
              description: 'Records that each topic ever received. A step is a record that a consumer gave up on.',
              kind: 'course',
              unit: 'records',
              queries: [
                {
                  expression: sum(['topic'], series(signals.latestOffset, { ...here, topic: deadLetterTopics })),
                  legend: '{{topic}}',
                },
              ],
            } as const,
          ]
        : []),
    ],
  };
}

/** How old records are when they arrive on the other side. */
export function replicationRow(namespace: string, maker: MonitoredMirrorMaker): Row {
  const here = seriesOf({ cluster: maker.name, namespace });
  const strictest = Math.min(...maker.replications.map(({ recordAgeUnder = defaultRecordAge }) => recordAgeUnder));
  return {
    title: `Replication ${maker.name}`,
    panels: [
      {
        title: 'Age of records at their arrival',
        description: 'What a failover now would lose.',
        kind: 'course',
        unit: 'milliseconds',
        badFrom: strictest,
        queries: [
          {
            expression: max(['source', 'target'], series(signals.recordAge, here)),
            legend: '{{source}} → {{target}}',
          },
        ],
      },
      {
        title: 'Mirrored',
        description: 'Records a second.',
        kind: 'course',
        unit: 'records-per-second',
        queries: [
          {
            expression: sum(['source', 'target'], series(signals.mirroredRecords, here)),
            legend: '{{source}} → {{target}}',
          },
        ],
      },
      {
        title: 'Tasks by state',
        description: 'Anything but running needs somebody.',
        kind: 'course',
        unit: 'count',
        queries: [
          {
            expression: sum(['connector', 'status'], series(signals.taskStatus, here)),
            legend: '{{connector}} {{status}}',
          },
        ],
      },
    ],
  };
}
