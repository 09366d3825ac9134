import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/kubernetes';
import { Bridge, type BridgeProps, bridgeManagement, bridgePods } from '../constructs/kubernetes/bridge/bridge';
import { ClientsPolicy } from '../constructs/kubernetes/clients-policy';
import { PodMonitor } from '../constructs/kubernetes/monitoring/pod-monitor';
import { bridgeChart, bridgeManagementPort, type Bridge as DescribedBridge } from '../model/bridge';
import type { Cluster } from '../model/cluster';
import type { Kubernetes } from '../model/kubernetes';
import type { Resolved } from '../model/resolved';
import { KitChart } from './kit-chart';

export interface BridgeChartProps {
  readonly bridge: DescribedBridge;
  readonly cluster: Cluster;
  readonly kubernetes: Kubernetes;
  readonly resolved: Resolved;
}

/** An HTTP bridge beside the cluster that it works on, whom it lets in, and what watches it. */
export class BridgeChart extends KitChart {
  constructor(scope: Construct, props: BridgeChartProps) {
    const { bridge, cluster, kubernetes } = props;
    super(scope, bridgeChart(bridge.name), { unit: cluster.name, namespace: kubernetes.namespace });
    const metadata = { name: `${bridge.name}-bridge`, labels: { owner: bridge.owner } };
    const pods = bridgePods(bridge.name);
    new Bridge(this, 'bridge', bridgeProps(props));
    new ClientsPolicy(this, 'policy', {
      metadata,
      pods,
      ingress: [
        { port: bridge.port, namespaces: bridge.clients },
        { port: bridgeManagementPort, namespaces: [kubernetes.prometheusNamespace] },
      ],
    });
    new PodMonitor(this, 'monitor', {
      metadata: { ...metadata, labels: { ...metadata.labels, ...kubernetes.prometheusLabels } },
      pods,
      port: bridgeManagement,
      podTargetLabels: ['strimzi.io/cluster'],
    });
  }
}

const bridgeProps = ({ bridge, cluster, resolved }: BridgeChartProps): BridgeProps => ({
  metadata: { name: bridge.name, labels: { owner: bridge.owner } },
  kafka: clusterBackendOf(cluster).reach(cluster, bridge, resolved.environment),
  replicas: bridge.instances,
  port: bridge.port,
  certificateSecret: bridge.certificate,
  allowedOrigins: bridge.allowedOrigins,
  ...movedThrough(bridge, resolved),
  metrics: true,
});

/** What its flows say; a rule has seen to it that those which consume agree. */
function movedThrough({ name }: DescribedBridge, { flows }: Resolved) {
  const own = flows.filter(({ application }) => application === name);
  const isolation = own.flatMap((flow) => (flow.direction === 'consume' ? [flow.isolation ?? 'read_uncommitted'] : []));
  return {
    produces: own.some(({ direction }) => direction === 'produce'),
    consumes: isolation[0] ?? ('none' as const),
  };
}
