import type { Construct } from 'constructs';
import type { Reach } from '../backends/contract';
import { clusterBackendOf } from '../backends/kubernetes';
import type { Application } from '../model/application';
import type { Cluster } from '../model/cluster';
import type { Kubernetes } from '../model/kubernetes';
import type { Resolved } from '../model/resolved';
import { type ClusterWorkload, type Workload, workloadChart } from '../model/workload';
import { KitChart } from './kit-chart';

export interface WorkloadChartProps<Noun extends ClusterWorkload = ClusterWorkload> {
  readonly workload: Noun;
  readonly cluster: Cluster;
  readonly kubernetes: Kubernetes;
  readonly resolved: Resolved;
}

/** A workload beside the cluster that it works on. */
export abstract class WorkloadChart extends KitChart {
  constructor(scope: Construct, kind: Workload['kind'], { workload, cluster, kubernetes }: WorkloadChartProps) {
    super(scope, workloadChart({ kind, name: workload.name }), {
      unit: cluster.name,
      namespace: kubernetes.namespace,
    });
  }
}

/** How a workload reaches its cluster, as the user that it is by now. */
export const reachOf = ({
  workload,
  cluster,
  resolved,
}: Pick<
  WorkloadChartProps<ClusterWorkload & Pick<Application, 'authentication'>>,
  'workload' | 'cluster' | 'resolved'
>): Reach =>
  clusterBackendOf(cluster).reach(cluster, resolved.applications.get(workload.name) ?? workload, resolved.environment);
