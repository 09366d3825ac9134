import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import { SchemaRegistry } from '../constructs/kubernetes/schema-registry/schema-registry';
import type { Cluster } from '../model/cluster';
import type { Kubernetes } from '../model/kubernetes';
import type { Resolved } from '../model/resolved';
import {
  type SchemaRegistry as DescribedRegistry,
  registryChart,
  registryGroups,
  registryTopics,
} from '../model/schema-registry';
import { KitChart } from './kit-chart';

export interface SchemaRegistryChartProps {
  readonly registry: DescribedRegistry;
  readonly cluster: Cluster;
  readonly kubernetes: Kubernetes;
  readonly resolved: Resolved;
}

/** A schema registry beside the cluster whose topic holds its schemas. */
export class SchemaRegistryChart extends KitChart {
  constructor(scope: Construct, { registry, cluster, kubernetes, resolved }: SchemaRegistryChartProps) {
    const { name, owner } = registry;
    super(scope, registryChart(name), { unit: cluster.name, namespace: kubernetes.namespace });
    new SchemaRegistry(this, 'registry', {
      name,
      namespace: kubernetes.namespace,
      labels: { owner },
      kafka: clusterBackendOf(cluster).reach(cluster, registry, resolved.environment),
      topics: registryTopics(name),
      groupPrefix: registryGroups(name),
      clients: registry.clients,
      replicas: registry.instances,
      image: registry.image,
      issuer: registry.issuer,
      selectedBy: kubernetes.prometheusLabels,
      prometheusNamespace: kubernetes.prometheusNamespace,
    });
  }
}
