import { type MonitoredCluster, seriesOf } from '../monitored';
import { delta, max, promql, rate, series, sum } from '../promql';
import { signals } from '../signals/signals';
import { type Dashboard, dashboardUid, type Row } from './dashboard';

const window = '$__rate_interval';
const topic = { variable: 'topic' } as const;
const group = { variable: 'group' } as const;

/** What the owner of a topic or of a group asks: what comes in, who reads it, how far behind they are. */
export const topicsAndGroupsDashboard = (monitored: MonitoredCluster): Dashboard => ({
  uid: dashboardUid(monitored, 'topics'),
  title: `Kafka ${monitored.cluster}: topics and groups`,
  description: `What flows through ${monitored.cluster}, and who is behind.`,
  tags: ['kafka', monitored.cluster],
  variables: [
    { name: 'topic', label: 'Topic', of: series(signals.latestOffset, seriesOf(monitored)) },
    { name: 'group', label: 'Group', of: series(signals.groupState, seriesOf(monitored)) },
  ],
  rows: [topics(monitored), groups(monitored)],
});

function topics(monitored: MonitoredCluster): Row {
  const here = { ...seriesOf(monitored), topic };
  return {
    title: 'Topics',
    panels: [
      {
        title: 'Records in',
        description: 'What producers send.',
        kind: 'course',
        unit: 'records-per-second',
        queries: [
          { expression: sum(['topic'], rate(series(signals.topicMessagesIn, here), window)), legend: '{{topic}}' },
        ],
      },
      {
        title: 'Bytes in',
        description: 'As they are sent, compressed, without replication.',
        kind: 'course',
        unit: 'bytes-per-second',
        queries: [
          { expression: sum(['topic'], rate(series(signals.topicBytesIn, here), window)), legend: '{{topic}}' },
        ],
      },
      {
        title: 'Bytes out',
        description: 'What consumers fetch: bytes in times the number of groups, when all keep up.',
        kind: 'course',
        unit: 'bytes-per-second',
        queries: [
          { expression: sum(['topic'], rate(series(signals.topicBytesOut, here), window)), legend: '{{topic}}' },
        ],
      },
      {
        title: 'Size',
        description: 'On all brokers together, replicas included.',
        kind: 'course',
        unit: 'bytes',
        queries: [{ expression: sum(['topic'], series(signals.logSize, here)), legend: '{{topic}}' }],
      },
      {
        title: 'End of the log',
        description: 'The sum of the last offsets: how many records the topic ever had.',
        kind: 'course',
        unit: 'records',
        queries: [{ expression: sum(['topic'], series(signals.latestOffset, here)), legend: '{{topic}}' }],
      },
    ],
  };
}

function groups(monitored: MonitoredCluster): Row {
  const here = { ...seriesOf(monitored), group, topic };
  return {
    title: 'Groups',
    panels: [
      {
        title: 'Behind, in records',
        description: 'Of each group on each topic.',
        kind: 'course',
        unit: 'records',
        queries: [
          { expression: sum(['group', 'topic'], series(signals.lagRecords, here)), legend: '{{group}} {{topic}}' },
        ],
      },
      {
        title: 'Behind, in time, and the objective',
        description: 'Estimated from how fast the topic grows; missing while nothing is produced.',
        kind: 'course',
        unit: 'seconds',
        queries: [
          { expression: max(['group', 'topic'], series(signals.lagSeconds, here)), legend: '{{group}} {{topic}}' },
          {
            expression: max(['group', 'topic'], series(signals.lagObjective, here)),
            legend: 'objective {{group}} {{topic}}',
          },
        ],
      },
      {
        title: 'Committed',
        description: 'How fast a group works.',
        kind: 'course',
        unit: 'records-per-second',
        queries: [
          {
            expression: promql`${sum(['group', 'topic'], delta(series(signals.groupOffset, here), '5m'))} / 300`,
            legend: '{{group}} {{topic}}',
          },
        ],
      },
      {
        title: 'State',
        description: '1 and 2 rebalancing, 3 stable, 5 empty: nobody is there.',
        kind: 'course',
        unit: 'count',
        queries: [
          {
            expression: max(['group'], series(signals.groupState, { ...seriesOf(monitored), group })),
            legend: '{{group}}',
          },
        ],
      },
    ],
  };
}
