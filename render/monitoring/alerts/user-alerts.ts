import { type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { absent, max, promql, rate, series, sum } from '../promql';
import { signals } from '../signals/signals';
import type { Alert } from './alert';

/** The operator looks at every user each two minutes: in this time a single failure is followed by one that is none. */
const looks = '15m';

/**
 * Whether the User Operator keeps users as they are described. Nobody tells when their certificates end: they are renewed
 * while it looks at them, weeks before, or not at all.
 */
export function userAlerts(monitored: MonitoredCluster): Alert[] {
  const here = seriesOf(monitored);
  const perLook = (signal: typeof signals.usersReconciled | typeof signals.usersNotReconciled) =>
    sum(perCluster, rate(series(signal, here), looks));
  const nobodyLooks = promql`${perLook(signals.usersReconciled)} == 0 or ${max(perCluster, absent(series(signals.usersReconciled, here)))}`;
  return [
    {
      name: 'KafkaUsersNotReconciled',
      severity: 'ticket',
      // Brokers that restart one by one refuse the operator now and then; certificates have weeks.
      for: '1h',
      expression: promql`${perLook(signals.usersNotReconciled)} > 0 or ${sum(perCluster, series(signals.usersPaused, here))} > 0 or ${nobodyLooks}`,
      summary: 'Users of {{ $labels.strimzi_io_cluster }} are not kept as they are described',
      description:
        'The User Operator fails, does not run, or is paused for some. Their certificates are not renewed, and end; rights and passwords stay as they are.',
    },
  ];
}
