import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import type { Cluster } from '../model/cluster';
import type { Environment } from '../model/environment';

export interface ClusterChartProps {
  readonly cluster: Cluster;
  readonly environment: Environment;
}

/** A cluster that the kit owns. */
export class ClusterChart extends Chart {
  constructor(scope: Construct, { cluster, environment }: ClusterChartProps) {
    super(scope, cluster.name, { namespace: environment.kubernetes?.namespace, disableResourceNameHashes: true });
    clusterBackendOf(cluster).place(this, cluster, environment);
  }
}
