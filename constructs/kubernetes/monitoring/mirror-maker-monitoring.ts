import { Construct } from 'constructs';
import type { MonitoredReplication } from '../../../render/monitoring/monitored';
import { mirrorMakerRules } from '../../../render/monitoring/rules';
import { JmxMetricsConfig, jmxMetricsConfigOf, type MetricsConfigReference } from './jmx-metrics-config';
import { PodMonitor } from './pod-monitor';
import { PrometheusRules } from './prometheus-rules';
import { defaultSelectedBy, type Selection } from './selection';

export interface MirrorMakerMonitoringProps extends Pick<Selection, 'selectedBy'> {
  /** The name of the `KafkaMirrorMaker2`, in the same namespace. */
  readonly name: string;
  readonly namespace: string;
  readonly replications: readonly MonitoredReplication[];
  /** The address below which each alert has a page of its name. Default: alerts have no link. */
  readonly runbooks?: string;
  /** Of every object. Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What watches one `KafkaMirrorMaker2`, which names `metricsConfig`. */
export class MirrorMakerMonitoring extends Construct {
  readonly metricsConfig: MetricsConfigReference;

  constructor(scope: Construct, id: string, props: MirrorMakerMonitoringProps) {
    super(scope, id);
    const { name, namespace, replications, runbooks, labels, selectedBy = defaultSelectedBy } = props;
    const selected = { name: `${name}-mirror-maker`, namespace, labels: { ...labels, ...selectedBy } };
    const metrics = { name: jmxMetricsConfigOf(name).name, namespace, labels };

    this.metricsConfig = new JmxMetricsConfig(this, 'metrics', { metadata: metrics, of: 'mirror-maker' }).reference;
    new PodMonitor(this, 'workers', {
      metadata: selected,
      pods: { 'strimzi.io/cluster': name, 'strimzi.io/kind': 'KafkaMirrorMaker2' },
      port: 'tcp-prometheus',
      podTargetLabels: ['strimzi.io/cluster'],
    });
    new PrometheusRules(this, 'rules', {
      metadata: selected,
      groups: mirrorMakerRules({ cluster: name, namespace, runbooks, replications }),
    });
  }
}
