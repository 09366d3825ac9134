import { type MonitoredCluster, type MonitoredReplication, perCluster, seriesOf } from '../monitored';
import { absent, max, promql, series, sum } from '../promql';
import { signals } from '../signals/signals';
import type { Alert } from './alert';

/** Milliseconds. */
export const defaultRecordAge = 300_000;

/** Whether replication runs, and how far behind it is. The cluster is the name of the KafkaMirrorMaker2. */
export function mirrorMakerAlerts(monitored: MonitoredCluster, replications: readonly MonitoredReplication[]): Alert[] {
  const here = seriesOf(monitored);
  const tasks = series(signals.taskStatus, here);
  const failed = sum([...perCluster, 'connector'], series(signals.taskStatus, { ...here, status: 'failed' }));
  return [
    ...replications.map(({ source, target, recordAgeUnder = defaultRecordAge }): Alert => {
      const age = max([...perCluster, 'source', 'target'], series(signals.recordAge, { ...here, source, target }));
      return {
        name: 'KafkaMirrorMakerRecordAge',
        severity: 'page',
        for: '5m',
        expression: promql`${age} > ${recordAgeUnder}`,
        summary: `Records from ${source} reach ${target} {{ $value | printf "%.0f" }} ms after they were written`,
        description: 'A failover now would lose what has not arrived: more than the objective of this replication.',
      };
    }),
    {
      name: 'KafkaMirrorMakerTaskFailed',
      severity: 'page',
      for: '2m',
      expression: promql`${failed} > 0 or ${absent(tasks)}`,
      summary: '{{ with $labels.connector }}{{ . }} has a failed task{{ else }}MirrorMaker reports nothing{{ end }}',
      description: 'Its partitions are not mirrored. Strimzi starts it again, ever more rarely, and it keeps failing.',
    },
  ];
}
