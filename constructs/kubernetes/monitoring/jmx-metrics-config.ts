import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { stringify } from 'yaml';
import { brokerExporter, mirrorMakerExporter } from '../../../render/monitoring/jmx-exporter';
import type { Metadata } from '../named-object';

/** What `metricsConfig` of a `Kafka` or a `KafkaMirrorMaker2` names. */
export interface MetricsConfigReference {
  readonly name: string;
  readonly key: string;
}

export interface JmxMetricsConfigProps {
  /** In the namespace of what reads it; `jmxMetricsConfigOf` gives the usual name. */
  readonly metadata: Metadata;
  readonly of: 'brokers' | 'mirror-maker';
}

const key = 'jmx-exporter.yaml';

/** The reference for a cluster, known before its ConfigMap is there: `metricsConfig: jmxMetricsConfigOf('main')`. */
export const jmxMetricsConfigOf = (cluster: string): MetricsConfigReference => ({ name: `${cluster}-metrics`, key });

/**
 * The JMX exporter's configuration; Strimzi starts the exporter in each pod and rolls the pods when it changes.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-MetricsConfig-reference
 */
export class JmxMetricsConfig extends Construct {
  readonly reference: MetricsConfigReference;

  constructor(scope: Construct, id: string, { metadata, of }: JmxMetricsConfigProps) {
    super(scope, id);
    const configuration = of === 'brokers' ? brokerExporter : mirrorMakerExporter;
    new k8s.KubeConfigMap(this, 'config-map', { metadata, data: { [key]: stringify(configuration) } });
    this.reference = { name: metadata.name, key };
  }
}
