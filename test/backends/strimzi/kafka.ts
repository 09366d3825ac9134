import { strimziCluster } from '../../../backends/strimzi/cluster';
import type { StrimziClusterInput } from '../../../backends/strimzi/description/cluster';
import { changed } from '../../support/change';
import { manifestsOf } from '../../support/chart';
import { compileDescription, type Description, resolve, small } from '../../support/describe';

const described = (settings: Partial<StrimziClusterInput>, changes: Readonly<Record<string, unknown>> = {}) =>
  changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings }, ...changes });
export const made = (settings: Partial<StrimziClusterInput>) => {
  const resolved = resolve(described(settings));
  return manifestsOf((chart) => {
    for (const cluster of resolved.clusters.values()) strimziCluster.place(chart, cluster, resolved);
  });
};
export const kafka = (settings: Partial<StrimziClusterInput>) =>
  made(settings).find(({ kind }) => kind === 'Kafka')?.spec as { kafka: object; cruiseControl?: object };
export const problems = (settings: Partial<StrimziClusterInput>, changes: Readonly<Record<string, unknown>> = {}) =>
  compileDescription(described(settings, changes))
    // Nothing was recorded yet.
    .problems.filter(({ code }) => code !== 'KFK-I006')
    .map(({ code, path, fix }) => `${code} ${path}: ${fix}`);
