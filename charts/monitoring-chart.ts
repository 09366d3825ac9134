import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import { KafkaMonitoring, type KafkaMonitoringProps } from '../constructs/kubernetes/monitoring/kafka-monitoring';
import type { Cluster } from '../model/cluster';
import type { Kubernetes } from '../model/kubernetes';
import type { Resolved } from '../model/resolved';
import type { LagObjective } from '../render/monitoring/monitored';
import { KitChart } from './kit-chart';

export interface MonitoringChartProps {
  readonly cluster: Cluster;
  readonly kubernetes: Kubernetes;
  readonly resolved: Resolved;
}

/** What watches a cluster that the kit owns. */
export class MonitoringChart extends KitChart {
  constructor(scope: Construct, { cluster, kubernetes, resolved }: MonitoringChartProps) {
    const { namespace, prometheusLabels, prometheusNamespace, runbooks } = kubernetes;
    super(scope, `${cluster.name}--monitoring`, { unit: cluster.name, namespace });
    new KafkaMonitoring(this, 'monitoring', {
      cluster: cluster.name,
      namespace,
      selectedBy: prometheusLabels,
      prometheusNamespace,
      runbooks,
      objectives: objectivesOf(cluster, resolved),
      deadLetterTopics: deadLettersOf(cluster, resolved),
      mirrorMakers: mirrorMakersOf(cluster, resolved),
      certificates: clusterBackendOf(cluster).certificates(cluster),
      externalSecrets: clusterBackendOf(cluster).externalSecrets(cluster, resolved),
      ...clusterBackendOf(cluster).lagExporterReach(cluster, resolved.environment),
    });
  }
}

const objectivesOf = ({ name }: Cluster, { applications, flows }: Resolved): LagObjective[] =>
  flows.flatMap((flow) => {
    const application = applications.get(flow.application);
    if (flow.direction !== 'consume' || flow.lagUnder === undefined || application?.cluster !== name) return [];
    return [{ group: flow.group, topic: flow.topic, under: flow.lagUnder, owner: application.owner }];
  });

const deadLettersOf = ({ name }: Cluster, { topics }: Resolved): string[] =>
  [...topics.values()]
    .filter(({ cluster, role }) => cluster === name && role === 'dead-letter')
    .map((topic) => topic.name);

/** Whoever answers for either side wants to see it. */
const mirrorMakersOf = ({ name }: Cluster, { replications }: Resolved): KafkaMonitoringProps['mirrorMakers'] =>
  [...replications.values()]
    .filter(({ from, to }) => from === name || to === name)
    .map((found) => ({
      name: found.name,
      replications: [{ source: found.from, target: found.to, recordAgeUnder: found.rpo }],
    }));
