import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import { MirrorMaker, type MirrorMakerCluster } from '../constructs/kubernetes/mirror-maker/mirror-maker';
import { MirrorMakerMonitoring } from '../constructs/kubernetes/monitoring/mirror-maker-monitoring';
import type { Cluster } from '../model/cluster';
import type { Environment } from '../model/environment';
import { mirrorApplication, type Replication, type Side } from '../model/replication';
import type { Resolved } from '../model/resolved';
import { workloadChart } from '../model/workload';
import { mirroring } from '../render/mirror-maker/mirroring';
import { KitChart } from './kit-chart';

export interface MirrorMakerChartProps {
  readonly replication: Replication;
  readonly target: Cluster;
  readonly resolved: Resolved;
}

/** MirrorMaker beside the cluster that it writes. */
export class MirrorMakerChart extends KitChart {
  constructor(scope: Construct, { replication, target, resolved }: MirrorMakerChartProps) {
    const { name, owner, instances, from, to } = replication;
    super(scope, workloadChart({ kind: 'replication', name }), {
      unit: target.name,
      namespace: resolved.environment.kubernetes?.namespace,
    });
    const metricsConfig = this.watched(replication, resolved.environment);
    new MirrorMaker(this, 'mirror-maker', {
      ...mirroring(replication),
      metadata: { name, labels: { owner } },
      version: target.version,
      replicas: instances,
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
      source: reached(resolved, { replication: name, side: 'source', alias: from }),
      target: reached(resolved, { replication: name, side: 'target', alias: to }),
      metricsConfig,
    });
  }

  private watched({ name, owner, from, to, rpo }: Replication, { kubernetes }: Environment) {
    if (!kubernetes) return undefined;
    return new MirrorMakerMonitoring(this, 'monitoring', {
      name,
      namespace: kubernetes.namespace,
      labels: { owner },
      selectedBy: kubernetes.prometheusLabels,
      runbooks: kubernetes.runbooks,
      replications: [{ source: from, target: to, recordAgeUnder: rpo }],
    }).metricsConfig;
  }
}

/** One of the two clusters as MirrorMaker's user on that side reaches it. */
function reached(
  { clusters, applications, environment }: Resolved,
  { replication, side, alias }: { readonly replication: string; readonly side: Side; readonly alias: string },
): MirrorMakerCluster {
  const cluster = clusters.get(alias);
  const application = applications.get(mirrorApplication(replication, side));
  if (!cluster || !application) throw new Error(`the replication '${replication}' has no ${side}`);
  return { alias, ...clusterBackendOf(cluster).reach(cluster, application, environment) };
}
