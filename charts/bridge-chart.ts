import type { Construct } from 'constructs';
import {
  bridgeManagement,
  bridgePods,
  KafkaBridge,
  type KafkaBridgeProps,
} from '../constructs/kubernetes/bridge/kafka-bridge';
import { ServerCertificate } from '../constructs/kubernetes/cert-manager/server-certificate';
import { ClientsPolicy } from '../constructs/kubernetes/clients-policy';
import { PodMonitor } from '../constructs/kubernetes/monitoring/pod-monitor';
import { type Bridge, bridgeManagementPort, bridgeService } from '../model/bridge';
import type { Resolved } from '../model/resolved';
import { workloadCertificate } from '../model/workload';
import { quantity } from '../render/quantity';
import { reachOf, WorkloadChart, type WorkloadChartProps } from './workload-chart';

export type BridgeChartProps = WorkloadChartProps<Bridge>;

/** An HTTP bridge, its certificate, whom it lets in, and what watches it. */
export class BridgeChart extends WorkloadChart {
  constructor(scope: Construct, props: BridgeChartProps) {
    super(scope, 'bridge', props);
    new KafkaBridge(this, 'bridge', bridgeProps(props));
    this.placeCertificate(props);
    this.placeAround(props);
  }

  private placeCertificate({ workload: { name, owner, issuer }, kubernetes: { namespace } }: BridgeChartProps): void {
    if (!issuer) return;
    const host = `${bridgeService(name)}.${namespace}.svc`;
    new ServerCertificate(this, 'certificate', {
      metadata: { name: workloadCertificate(name), labels: { owner } },
      secretName: workloadCertificate(name),
      dnsNames: [host, `${host}.cluster.local`],
      issuer: { name: issuer, kind: 'ClusterIssuer' },
    });
  }

  private placeAround({ workload: { name, owner, port, clients }, kubernetes }: BridgeChartProps): void {
    const metadata = { name: `${name}-bridge`, labels: { owner } };
    const pods = bridgePods(name);
    new ClientsPolicy(this, 'policy', {
      metadata,
      pods,
      ingress: [
        { port, namespaces: clients },
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

const bridgeProps = ({ workload: bridge, cluster, resolved }: BridgeChartProps): KafkaBridgeProps => ({
  ...reachOf({ workload: bridge, cluster, resolved }),
  metadata: { name: bridge.name, labels: { owner: bridge.owner } },
  replicas: bridge.instances,
  port: bridge.port,
  certificateSecret: bridge.issuer && workloadCertificate(bridge.name),
  allowedOrigins: bridge.allowedOrigins,
  resources: {
    requests: { cpu: '100m', memory: quantity(bridge.memory) },
    limits: { memory: quantity(bridge.memory) },
  },
  ...movedThrough(bridge, resolved),
  metrics: true,
});

/** What its flows say; a rule has seen to it that those which consume agree. */
function movedThrough({ name }: Bridge, { flows }: Resolved) {
  const own = flows.filter(({ application }) => application === name);
  const isolation = own.flatMap((flow) => (flow.direction === 'consume' ? [flow.isolation ?? 'read_uncommitted'] : []));
  return {
    produces: own.some(({ direction }) => direction === 'produce'),
    consumes: isolation[0] ?? ('none' as const),
  };
}
