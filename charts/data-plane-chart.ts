import type { Construct } from 'constructs';
import { dataPlaneOf } from '../backends/kubernetes';
import { chartName } from '../model/names';
import type { Shard } from '../model/resolved';
import { KitChart } from './kit-chart';

export interface DataPlaneChartProps {
  readonly shard: Shard;
}

/** The part of a cluster's data plane that one team's changes touch. */
export class DataPlaneChart extends KitChart {
  constructor(scope: Construct, { shard }: DataPlaneChartProps) {
    super(scope, chartName(shard.cluster.name, shard.key), {
      unit: shard.cluster.name,
      namespace: shard.environment.kubernetes?.namespace,
    });
    dataPlaneOf(shard.cluster).place(this, shard);
  }
}
