import { workloadAuthentications } from '../../../model/workload';
import { authenticationsOf, type Listener, listenerFor } from './listener';

/** The listener by which the lag exporter reads: the first that takes a secret, else one inside that asks for nothing. */
export function watchingListener(listeners: readonly Listener[]): Listener | undefined {
  const proving = authenticationsOf(listeners)
    .filter((way) => workloadAuthentications.includes(way))
    .flatMap((way) => listenerFor(listeners, way) ?? []);
  return proving[0] ?? listeners.find(({ authentication, type }) => authentication === 'none' && isInside(type));
}

const isInside = (type: Listener['type']): boolean => type === 'internal' || type === 'cluster-ip';
