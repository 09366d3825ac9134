import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import type { Cluster } from '../model/cluster';
import type { Resolved } from '../model/resolved';
import { KitChart } from './kit-chart';

export interface ClusterChartProps {
  readonly cluster: Cluster;
  readonly resolved: Resolved;
}

/** A cluster that the kit owns. */
export class ClusterChart extends KitChart {
  constructor(scope: Construct, { cluster, resolved }: ClusterChartProps) {
    super(scope, cluster.name, { unit: cluster.name, namespace: resolved.environment.kubernetes?.namespace });
    clusterBackendOf(cluster).place(this, cluster, resolved);
  }
}
