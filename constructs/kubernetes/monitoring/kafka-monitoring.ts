import { Construct } from 'constructs';
import type { MonitoredMirrorMaker } from '../../../render/monitoring/dashboards/flow-rows';
import { onCallDashboard } from '../../../render/monitoring/dashboards/on-call';
import { securityDashboard } from '../../../render/monitoring/dashboards/security';
import { topicsAndGroupsDashboard } from '../../../render/monitoring/dashboards/topics-and-groups';
import type { LagObjective, MonitoredSecrets } from '../../../render/monitoring/monitored';
import { kafkaRules } from '../../../render/monitoring/rules';
import { DashboardConfigMap } from './dashboard-config-map';
import { JmxMetricsConfig, jmxMetricsConfigOf, type MetricsConfigReference } from './jmx-metrics-config';
import { LagExporter, type LagExporterProps } from './lag-exporter';
import { PodMonitor } from './pod-monitor';
import { PrometheusRules } from './prometheus-rules';
import { defaultSelectedBy } from './selection';

export interface KafkaMonitoringProps extends LagExporterProps {
  /** The address below which each alert has a page of its name: `https://…/docs/runbooks`. Default: alerts have no link. */
  readonly runbooks?: string;
  /** What flows promise. Default: none, and no alert KafkaConsumerLag. */
  readonly objectives?: readonly LagObjective[];
  /** Topics of records that a consumer gave up on. Default: none, and no alert KafkaDeadLetters. */
  readonly deadLetterTopics?: readonly string[];
  /** Certificates of cert-manager that brokers show. Default: none, and no alert KafkaCertificateNotRenewed. */
  readonly certificates?: readonly string[];
  /** What External Secrets brings and makes for the cluster. Default: nothing, and no alert KafkaSecretNotSynced. */
  readonly externalSecrets?: MonitoredSecrets;
  /** Those that the dashboard for those on call shows too, in the same namespace. Default: none. */
  readonly mirrorMakers?: readonly MonitoredMirrorMaker[];
}

/**
 * Everything that watches one Kafka of Strimzi: the exporters, what scrapes them, alerts and three dashboards. The `Kafka` names
 * `metricsConfig`, or its pods have no port `tcp-prometheus`.
 */
export class KafkaMonitoring extends Construct {
  readonly metricsConfig: MetricsConfigReference;

  constructor(scope: Construct, id: string, props: KafkaMonitoringProps) {
    super(scope, id);
    const { cluster, namespace, labels, selectedBy = defaultSelectedBy } = props;
    const selected = { name: `${cluster}-kafka`, namespace, labels: { ...labels, ...selectedBy } };
    const entityOperator = { ...selected, name: `${cluster}-user-operator` };
    const metrics = { name: jmxMetricsConfigOf(cluster).name, namespace, labels };

    this.metricsConfig = new JmxMetricsConfig(this, 'metrics', { metadata: metrics, of: 'brokers' }).reference;
    new PodMonitor(this, 'nodes', { metadata: selected, pods: nodesOf(cluster), port, podTargetLabels });
    new LagExporter(this, 'lag-exporter', props);
    if (hasUsers(props)) new PodMonitor(this, 'users', { metadata: entityOperator, ...userOperator(cluster) });
    new PrometheusRules(this, 'rules', {
      metadata: selected,
      groups: kafkaRules({ ...props, userOperator: hasUsers(props) }),
    });
    new DashboardConfigMap(this, 'on-call', {
      metadata: { name: `${cluster}-on-call`, namespace, labels },
      dashboard: onCallDashboard(props),
    });
    new DashboardConfigMap(this, 'topics-and-groups', {
      metadata: { name: `${cluster}-topics-and-groups`, namespace, labels },
      dashboard: topicsAndGroupsDashboard(props),
    });
    new DashboardConfigMap(this, 'security', {
      metadata: { name: `${cluster}-security`, namespace, labels },
      dashboard: securityDashboard(props),
    });
  }
}

/** The exporter's own is one, where clients are known. */
const hasUsers = ({ authentication }: LagExporterProps): boolean => authentication !== 'none';

/** Where Strimzi's User Operator tells how it gets on. Since 1.1 its port has a name of its own. */
const userOperator = (cluster: string) => ({
  pods: { 'strimzi.io/cluster': cluster, 'strimzi.io/name': `${cluster}-entity-operator` },
  port: 'healthcheck-uo',
  podTargetLabels: ['strimzi.io/cluster'],
});

/** Strimzi's name for the port of the JMX exporter. */
const port = 'tcp-prometheus';

/** Brokers and controllers of whatever pools, and nothing else of the cluster. */
const nodesOf = (cluster: string) => ({
  'strimzi.io/cluster': cluster,
  'strimzi.io/kind': 'Kafka',
  'strimzi.io/component-type': 'kafka',
});

/** What tells series of clusters, pools and roles apart. */
const podTargetLabels = [
  'strimzi.io/cluster',
  'strimzi.io/pool-name',
  'strimzi.io/broker-role',
  'strimzi.io/controller-role',
];
