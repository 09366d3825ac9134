import { App } from 'cdk8s';
import { type Cluster, ownedClusters } from '../model/cluster';
import type { Resolved } from '../model/resolved';
import { BridgeChart } from './bridge-chart';
import { ClusterChart } from './cluster-chart';
import { ConnectChart } from './connect-chart';
import { DataPlaneChart } from './data-plane-chart';
import { MirrorMakerChart } from './mirror-maker-chart';
import { MonitoringChart } from './monitoring-chart';
import { NamespaceChart } from './namespace-chart';
import { OperatorChart } from './operator-chart';
import { ScalingChart } from './scaling-chart';
import { SchemaRegistryChart } from './schema-registry-chart';

export interface KubernetesAppOptions {
  /** cdk8s' own; the kit writes by itself. */
  readonly folder: string;
}

/**
 * The cdk8s app of one environment: its namespace, two charts per cluster that the kit owns, one per shard and per
 * replication. No name that is described has two dashes in a row: charts whose ids have are never taken for a shard's.
 */
export function kubernetesApp(resolved: Resolved, { folder }: KubernetesAppOptions): App {
  const { environment, clusters, replications, shards } = resolved;
  const app = new App({ outdir: folder });
  const { kubernetes } = environment;
  if (kubernetes) new NamespaceChart(app, { kubernetes });
  if (kubernetes?.operatorNamespace) new OperatorChart(app, { namespace: kubernetes.operatorNamespace, kubernetes });
  for (const cluster of ownedClusters(clusters, 'kubernetes')) {
    new ClusterChart(app, { cluster, resolved });
    if (kubernetes) new MonitoringChart(app, { cluster, kubernetes, resolved });
  }
  for (const shard of shards) if (isKubernetes(shard.cluster)) new DataPlaneChart(app, { shard });
  for (const replication of replications.values()) {
    const target = clusters.get(replication.to);
    if (target && isKubernetes(target)) new MirrorMakerChart(app, { replication, target, resolved });
  }
  for (const connectCluster of resolved.connectClusters.values()) {
    const cluster = clusters.get(connectCluster.cluster);
    if (cluster && kubernetes && isKubernetes(cluster))
      new ConnectChart(app, { connectCluster, cluster, kubernetes, resolved });
  }
  for (const bridge of resolved.bridges.values()) {
    const cluster = clusters.get(bridge.cluster);
    if (cluster && kubernetes && isKubernetes(cluster)) new BridgeChart(app, { bridge, cluster, kubernetes, resolved });
  }
  for (const registry of resolved.schemaRegistries.values()) {
    const cluster = clusters.get(registry.cluster);
    if (cluster && kubernetes && isKubernetes(cluster))
      new SchemaRegistryChart(app, { registry, cluster, kubernetes, resolved });
  }
  for (const application of resolved.applications.values()) {
    const cluster = clusters.get(application.cluster);
    // Elsewhere nothing scales it: explain says so.
    if (application.scaling && cluster && kubernetes && isKubernetes(cluster))
      new ScalingChart(app, { application, scaling: application.scaling, cluster, resolved });
  }
  return app;
}

const isKubernetes = ({ appliedBy }: Cluster) => appliedBy === 'kubernetes';
