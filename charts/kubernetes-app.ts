import { App } from 'cdk8s';
import type { Cluster } from '../model/cluster';
import type { Resolved } from '../model/resolved';
import { ClusterChart } from './cluster-chart';
import { DataPlaneChart } from './data-plane-chart';
import { NamespaceChart } from './namespace-chart';

export interface KubernetesAppOptions {
  /** Where manifests go: `<folder>/<chart>.k8s.yaml`. */
  readonly folder: string;
}

/** The cdk8s app of one environment: its namespace, a chart per cluster that the kit owns, and one per shard. */
export function kubernetesApp({ environment, clusters, shards }: Resolved, { folder }: KubernetesAppOptions): App {
  const app = new App({ outdir: folder });
  if (environment.kubernetes) new NamespaceChart(app, { kubernetes: environment.kubernetes });
  for (const cluster of clusters.values())
    if (isKubernetes(cluster) && cluster.life === 'owned') new ClusterChart(app, { cluster, environment });
  for (const shard of shards) if (isKubernetes(shard.cluster)) new DataPlaneChart(app, { shard });
  return app;
}

const isKubernetes = ({ appliedBy }: Cluster) => appliedBy === 'kubernetes';
