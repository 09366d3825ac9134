import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import { ConsumerScaling } from '../constructs/kubernetes/keda/consumer-scaling';
import type { Application } from '../model/application';
import type { Cluster } from '../model/cluster';
import type { Resolved } from '../model/resolved';
import { busyCopies, followedBy, type Scaling } from '../model/scaling';
import { KitChart } from './kit-chart';

export interface ScalingChartProps {
  readonly application: Application;
  readonly scaling: Scaling;
  readonly cluster: Cluster;
  readonly resolved: Resolved;
}

/** Copies of an application that follow its lag. */
export class ScalingChart extends KitChart {
  constructor(scope: Construct, { application, scaling, cluster, resolved }: ScalingChartProps) {
    const { namespace, ...reach } = clusterBackendOf(cluster).scalerReach(cluster, application, resolved.environment);
    super(scope, `${application.name}--scaling`, { unit: cluster.name, namespace });
    const followed = followedBy(application, resolved);
    new ConsumerScaling(this, 'scaling', {
      metadata: { name: application.name, labels: { owner: application.owner } },
      ...reach,
      deployment: scaling.deployment,
      minReplicaCount: scaling.min,
      maxReplicaCount: scaling.max ?? busyCopies(followed),
      lagThreshold: scaling.lagThreshold,
      topics: followed.map(({ topic, group }) => ({ topic, consumerGroup: group })),
    });
  }
}
