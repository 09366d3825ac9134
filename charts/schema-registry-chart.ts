import type { Construct } from 'constructs';
import { SchemaRegistry } from '../constructs/kubernetes/schema-registry/schema-registry';
import { type SchemaRegistry as DescribedRegistry, registryGroups, registryTopics } from '../model/schema-registry';
import { quantity } from '../render/quantity';
import { reachOf, WorkloadChart, type WorkloadChartProps } from './workload-chart';

export type SchemaRegistryChartProps = WorkloadChartProps<DescribedRegistry>;

/** A schema registry beside the cluster whose topic holds its schemas. */
export class SchemaRegistryChart extends WorkloadChart {
  constructor(scope: Construct, props: SchemaRegistryChartProps) {
    super(scope, 'schema-registry', props);
    const { workload: registry, kubernetes } = props;
    new SchemaRegistry(this, 'registry', {
      name: registry.name,
      namespace: kubernetes.namespace,
      labels: { owner: registry.owner },
      kafka: reachOf(props),
      topics: registryTopics(registry.name),
      groupPrefix: registryGroups(registry.name),
      clients: registry.clients,
      replicas: registry.instances,
      image: registry.image,
      memory: quantity(registry.memory),
      issuer: registry.issuer,
      selectedBy: kubernetes.prometheusLabels,
      prometheusNamespace: kubernetes.prometheusNamespace,
    });
  }
}
