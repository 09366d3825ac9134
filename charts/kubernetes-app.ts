import { App } from 'cdk8s';
import { type Cluster, ownedClusters } from '../model/cluster';
import type { Resolved } from '../model/resolved';
import type { ClusterWorkload } from '../model/workload';
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
import type { WorkloadChartProps } from './workload-chart';

export interface KubernetesAppOptions {
  /** cdk8s' own; the kit writes by itself. */
  readonly folder: string;
}

/**
 * The cdk8s app of one environment: its namespaces and operators, two charts per cluster that the kit owns, one per shard,
 * per workload beside a cluster and per application that is scaled. No name that is described has two dashes in a row:
 * charts whose ids have are never taken for a shard's.
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
  for (const props of beside(resolved.connectClusters, resolved)) new ConnectChart(app, props);
  for (const props of beside(resolved.bridges, resolved)) new BridgeChart(app, props);
  for (const props of beside(resolved.schemaRegistries, resolved)) new SchemaRegistryChart(app, props);
  for (const { workload, ...where } of beside(resolved.applications, resolved)) {
    const { scaling } = workload;
    if (scaling) new ScalingChart(app, { application: workload, scaling, ...where });
  }
  return app;
}

/** Those whose cluster is on Kubernetes; of others the kit makes nothing there, which explain says. */
const beside = <Noun extends ClusterWorkload>(nouns: ReadonlyMap<string, Noun>, resolved: Resolved) =>
  [...nouns.values()].flatMap((workload): WorkloadChartProps<Noun>[] => {
    const cluster = resolved.clusters.get(workload.cluster);
    const { kubernetes } = resolved.environment;
    return cluster && kubernetes && isKubernetes(cluster) ? [{ workload, cluster, kubernetes, resolved }] : [];
  });

const isKubernetes = ({ appliedBy }: Cluster) => appliedBy === 'kubernetes';
