import { type MonitoredCluster, seriesOf } from './monitored';
import { max, type Promql, promql, series } from './promql';
import { signals } from './signals/signals';

/**
 * The free part of each volume of a cluster's pods. A claim is found by the pod that uses it, and the pod by its labels:
 * the names of claims change with the names of node pools.
 */
export function podVolumes(monitored: MonitoredCluster): Promql {
  const { namespace } = monitored;
  const available = series(signals.volumeAvailable, { namespace });
  const capacity = series(signals.volumeCapacity, { namespace });
  const ofPod = max(['namespace', 'persistentvolumeclaim', 'pod'], series(signals.volumeOfPod, { namespace }));
  const pods = series(signals.scraped, seriesOf(monitored));
  return promql`(${available} / ${capacity} * on (namespace, persistentvolumeclaim) group_left (pod) ${ofPod} and on (namespace, pod) ${pods})`;
}
