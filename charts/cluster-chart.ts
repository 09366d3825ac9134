import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import type { Cluster } from '../model/cluster';
import type { Environment } from '../model/environment';
import { KitChart } from './kit-chart';

export interface ClusterChartProps {
  readonly cluster: Cluster;
  readonly environment: Environment;
}

/** A cluster that the kit owns. */
export class ClusterChart extends KitChart {
  constructor(scope: Construct, { cluster, environment }: ClusterChartProps) {
    super(scope, cluster.name, { namespace: environment.kubernetes?.namespace });
    clusterBackendOf(cluster).place(this, cluster, environment);
  }
}
