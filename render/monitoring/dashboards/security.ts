import type { AlertName } from '../alerts/alert';
import { type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { promql, rate, series, sum } from '../promql';
import { signals } from '../signals/signals';
import { type Dashboard, dashboardUid, type Row } from './dashboard';

const window = '$__rate_interval';

/** What somebody asks who looks after security: who is turned away, where, and since when. */
export const securityDashboard = (monitored: MonitoredCluster): Dashboard => ({
  uid: dashboardUid(monitored, 'security'),
  title: `Kafka ${monitored.cluster}: security`,
  description: `Who is turned away by ${monitored.cluster}, at which door, and since when. Names are in the log of brokers.`,
  tags: ['kafka', monitored.cluster],
  rows: [now(monitored), logins(monitored), operations(monitored), users(monitored)],
});

function now(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  const named = [
    'KafkaFailedAuthentications',
    'KafkaDeniedOperations',
    'KafkaCertificateExpires',
    'KafkaCertificateNotRenewed',
    'KafkaUsersNotReconciled',
    'KafkaSecretNotSynced',
  ] as const satisfies readonly AlertName[];
  const firing = series(signals.alerts, { ...here, alertstate: 'firing', alertname: named });
  return {
    title: 'Now',
    panels: [
      {
        title: 'Alerts of security',
        description:
          'Logins that fail, operations that are refused, certificates that end, users that nobody keeps, secrets that are not brought. Zero is good.',
        kind: 'number',
        unit: 'count',
        badFrom: 1,
        queries: [{ expression: promql`${sum([], firing)} or vector(0)` }],
      },
      {
        title: 'Failed logins, last day',
        description: 'On every listener.',
        kind: 'number',
        unit: 'count',
        queries: [
          { expression: promql`${sum(perCluster, rate(series(signals.failedAuthentications, here), '1d'))} * 86400` },
        ],
      },
      {
        title: 'Refused operations',
        description: 'A minute, on all brokers. Zero is good.',
        kind: 'number',
        unit: 'per-minute',
        badFrom: 1,
        queries: [{ expression: sum(perCluster, series(signals.deniedOperations, { ...here, role: 'broker' })) }],
      },
    ],
  };
}

function logins(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  const failed = rate(series(signals.failedAuthentications, here), window);
  return {
    title: 'Logins',
    panels: [
      {
        title: 'Failed, by listener',
        description: 'A step that stays is a credential that nobody replaced; needles are somebody who tries.',
        kind: 'course',
        unit: 'per-second',
        queries: [{ expression: sum(['listener'], failed), legend: '{{listener}}' }],
      },
      {
        title: 'Failed, by node',
        description: 'One node alone is an address that somebody knows by heart.',
        kind: 'course',
        unit: 'per-second',
        queries: [{ expression: sum(['pod'], failed), legend: '{{pod}}' }],
      },
      {
        title: 'Connections, by listener',
        description: 'Through a door that nobody should use, there are none.',
        kind: 'course',
        unit: 'count',
        queries: [{ expression: sum(['listener'], series(signals.connections, here)), legend: '{{listener}}' }],
      },
    ],
  };
}

function operations(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  return {
    title: 'Operations',
    panels: [
      {
        title: 'Refused, by node',
        description: 'Where the leader of a topic is, or the coordinator of a group, that somebody may not use.',
        kind: 'course',
        unit: 'per-minute',
        queries: [
          {
            expression: sum(['pod'], series(signals.deniedOperations, { ...here, role: 'broker' })),
            legend: '{{pod}}',
          },
        ],
      },
    ],
  };
}

function users(monitored: MonitoredCluster): Row {
  const here = seriesOf(monitored);
  return {
    title: 'Users',
    panels: [
      {
        title: 'Looked at by the User Operator',
        description: 'Each user every two minutes; certificates are renewed then. Zero for hours: nobody renews them.',
        kind: 'course',
        unit: 'per-second',
        queries: [
          { expression: sum([], rate(series(signals.usersReconciled, here), window)), legend: 'as described' },
          { expression: sum([], rate(series(signals.usersNotReconciled, here), window)), legend: 'failed' },
        ],
      },
      {
        title: 'Paused',
        description: 'Somebody has told the operator to leave them alone: their certificates are not renewed.',
        kind: 'course',
        unit: 'count',
        queries: [{ expression: sum([], series(signals.usersPaused, here)), legend: 'users' }],
      },
    ],
  };
}
