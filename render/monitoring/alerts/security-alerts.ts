import { type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { average, promql, series, sum } from '../promql';
import { signals } from '../signals/signals';
import type { Alert } from './alert';

/** What a person who looks around causes is gone after a minute; a program that is refused asks again and again. */
const deniedPerMinute = 1;

/**
 * Brokers count a refusal for each topic that a client does not see when it lists them, which the kit's own exporters and
 * MirrorMaker do all the time: only what is many times what it was the day before is somebody new.
 */
const timesTheDayBefore = 10;

/** Whether somebody asks for what no permission gives. */
export function securityAlerts(monitored: MonitoredCluster): Alert[] {
  // Of brokers: a controller answers what clients ask of brokers a second time.
  const denied = series(signals.deniedOperations, { ...seriesOf(monitored), role: 'broker' });
  return [
    {
      name: 'KafkaDeniedOperations',
      severity: 'ticket',
      for: '5m',
      expression: promql`${sum(perCluster, denied)} > ${timesTheDayBefore} * ${sum(perCluster, average(denied, '1d'))} + ${deniedPerMinute}`,
      summary: '{{ $labels.strimzi_io_cluster }} refuses {{ $value | printf "%.0f" }} operations a minute',
      description:
        'A client has lost a permission or never had it, or somebody looks for what is open: the log of brokers says who, and what.',
    },
  ];
}
