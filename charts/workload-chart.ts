import type { Construct } from 'constructs';
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
