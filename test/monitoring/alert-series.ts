import { type SignalName, signals } from '../../render/monitoring/signals/signals';
import type { Series } from './alert-case';

export const here = { namespace: 'kafka', strimzi_io_cluster: 'main' };

/** Of a broker of 'main'. */
export const broker = (signal: SignalName, values: string, labels: Readonly<Record<string, string>> = {}): Series => ({
  signal,
  labels: { ...here, pod: 'main-fast-ssd-4', ...labels },
  values,
});

/** A volume, the pod that has it, and whether Prometheus reaches the pod. */
export const volume = (free: number, { cluster = 'main', up = 1 } = {}): Series[] => {
  const pod = `${cluster}-fast-ssd-4`;
  const claim = { namespace: 'kafka', persistentvolumeclaim: `data-0-${pod}` };
  return [
    { signal: 'volumeAvailable', labels: claim, values: `${free}x20` },
    { signal: 'volumeCapacity', labels: claim, values: '100x20' },
    { signal: 'volumeOfPod', labels: { ...claim, pod }, values: '1x20' },
    { signal: 'scraped', labels: { namespace: 'kafka', strimzi_io_cluster: cluster, pod }, values: `${up}x20` },
  ];
};

/** As promtool writes a series. */
export const notation = ({ signal, labels, values }: Series): { series: string; values: string } => ({
  series: `${signals[signal].metric}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(', ')}}`,
  values,
});
