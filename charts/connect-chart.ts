import type { Construct } from 'constructs';
import { ConnectorSecrets, secretsProvider } from '../constructs/kubernetes/connect/connector-secrets';
import { KafkaConnect, type KafkaConnectBuild } from '../constructs/kubernetes/connect/kafka-connect';
import { KafkaConnector } from '../constructs/kubernetes/connect/kafka-connector';
import {
  type OwnClientProps,
  ownClient,
  ownClientSecrets,
  secretReference,
} from '../constructs/kubernetes/connect/own-client';
import { PodMonitor } from '../constructs/kubernetes/monitoring/pod-monitor';
import type { ConnectCluster } from '../model/connect-cluster';
import type { Connector } from '../model/connector';
import { isAtLeast } from '../model/profile';
import type { Resolved } from '../model/resolved';
import { connectorConfiguration } from '../render/connect/connector-configuration';
import { connectMetrics } from '../render/connect/metrics';
import { pluginArtifacts } from '../render/connect/plugin-artifacts';
import { connectWorkers } from '../render/connect/workers';
import { quantity } from '../render/quantity';
import { reachOf, WorkloadChart, type WorkloadChartProps } from './workload-chart';

export type ConnectChartProps = WorkloadChartProps<ConnectCluster>;

/** How the workers reach their cluster. */
type Reached = OwnClientProps & { readonly bootstrapServers: string };

/** Workers of Kafka Connect beside their cluster, and the connectors that they run. */
export class ConnectChart extends WorkloadChart {
  constructor(scope: Construct, props: ConnectChartProps) {
    super(scope, 'connect-cluster', props);
    const { workload: connectCluster, resolved } = props;
    const reached = reach(props);
    const connectors = [...resolved.connectors.values()].filter((one) => one.connectCluster === connectCluster.name);

    this.placeWorkers(props, reached);
    this.placeSecrets(props, connectors, reached);
    for (const connector of connectors) this.placeConnector(connector, connectCluster, reached);
  }

  private placeWorkers(
    { workload, cluster, kubernetes, resolved }: ConnectChartProps,
    { bootstrapServers, trustedCertificates, authentication }: Reached,
  ): void {
    const { name, owner, instances, image, rack, cpu, memory } = workload;
    const { profile } = resolved.environment;
    new KafkaConnect(this, 'workers', {
      ...connectWorkers(workload, secretsProvider),
      metadata: { name, labels: { owner } },
      version: cluster.version,
      replicas: instances,
      bootstrapServers,
      trustedCertificates,
      authentication,
      image,
      build: buildOf(workload, resolved),
      resources: {
        requests: { cpu: String(cpu), memory: quantity(memory) },
        limits: { memory: quantity(memory) },
      },
      rack,
      spread: [
        {
          topologyKey: rack ?? 'kubernetes.io/hostname',
          whenUnsatisfiable: isAtLeast(profile, 'production') ? 'DoNotSchedule' : 'ScheduleAnyway',
        },
      ],
      metrics: connectMetrics,
    });
    new PodMonitor(this, 'monitor', {
      metadata: { name: `${name}-connect`, labels: { owner, ...kubernetes.prometheusLabels } },
      pods: { 'strimzi.io/cluster': name, 'strimzi.io/kind': 'KafkaConnect' },
      port: 'tcp-prometheus',
      podTargetLabels: ['strimzi.io/cluster'],
    });
  }

  private placeSecrets(
    { workload: { name, owner }, kubernetes: { namespace } }: ConnectChartProps,
    connectors: readonly Connector[],
    reached: Reached,
  ): void {
    const secrets = connectors.flatMap((connector) => [
      ...Object.values(connector.secrets).map(({ secret }) => secret),
      ...(connector.clients.length > 0 ? ownClientSecrets(reached) : []),
    ]);
    if (secrets.length > 0)
      new ConnectorSecrets(this, 'secrets', {
        connectCluster: name,
        namespace,
        secrets: [...new Set(secrets)].sort(),
        labels: { owner },
      });
  }

  private placeConnector(connector: Connector, { name: connectCluster }: ConnectCluster, reached: Reached): void {
    const { name, owner, tasks, state } = connector;
    const { bootstrapServers, namespace } = reached;
    new KafkaConnector(this, `connector-${name}`, {
      metadata: { name, labels: { owner } },
      connectCluster,
      class: connector.class,
      tasksMax: tasks,
      state,
      config: connectorConfiguration(connector, {
        reference: ({ secret, key }) => secretReference(namespace, secret, key),
        client: { bootstrapServers, properties: ownClient(reached) },
      }),
      // One and the same: what is listed is corrected, and then taken.
      listOffsets: `${name}-offsets`,
      alterOffsets: `${name}-offsets`,
    });
  }
}

const reach = ({ workload, cluster, kubernetes: { namespace }, resolved }: ConnectChartProps): Reached => ({
  namespace,
  ...reachOf({ workload, cluster, resolved }),
});

const buildOf = ({ build, plugins }: ConnectCluster, resolved: Resolved): KafkaConnectBuild | undefined =>
  build && {
    ...build,
    plugins: plugins.flatMap((name) => {
      const plugin = resolved.plugins.get(name);
      return plugin ? [{ name, artifacts: pluginArtifacts(plugin) }] : [];
    }),
  };
