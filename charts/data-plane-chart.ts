import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { dataPlaneOf } from '../backends/kubernetes';
import { chartName } from '../model/names';
import type { Shard } from '../model/resolved';

export interface DataPlaneChartProps {
  readonly shard: Shard;
}

/** The part of a cluster's data plane that one team's changes touch. */
export class DataPlaneChart extends Chart {
  constructor(scope: Construct, { shard }: DataPlaneChartProps) {
    super(scope, chartName(shard.cluster.name, shard.key), {
      namespace: shard.environment.kubernetes?.namespace,
      disableResourceNameHashes: true,
    });
    dataPlaneOf(shard.cluster).place(this, shard);
  }
}
