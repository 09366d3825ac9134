import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

type IPodMonitor = import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor', { with: {
  'resolution-mode': 'import',
}}).IPodMonitor;

export interface PodMonitorProps {
  /** With the labels that Prometheus selects monitors by. */
  readonly metadata: Metadata;
  /** Labels of the pods. */
  readonly pods: Readonly<Record<string, string>>;
  /** The name of the containers' port. */
  readonly port: string;
  /** Pod labels that become labels of every series; `strimzi.io/cluster` becomes `strimzi_io_cluster`. Default: none. */
  readonly podTargetLabels?: readonly string[];
  /** Labels that every series gets. Default: none. */
  readonly targetLabels?: Readonly<Record<string, string>>;
  /** Labels that no series keeps. Default: none. */
  readonly droppedLabels?: readonly string[];
}

/** `PodMonitor`. https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor */
export class PodMonitor extends NamedObject {
  constructor(scope: Construct, id: string, props: PodMonitorProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: PodMonitorProps): Named<IPodMonitor> {
  const { metadata, pods, port, podTargetLabels = [], targetLabels = {}, droppedLabels = [] } = props;
  const relabelings = Object.entries(targetLabels).map(([targetLabel, replacement]) => ({ targetLabel, replacement }));
  const dropped = [{ action: 'labeldrop' as const, regex: droppedLabels.join('|') }];
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata,
    spec: {
      selector: { matchLabels: { ...pods } },
      podTargetLabels: podTargetLabels.length > 0 ? [...podTargetLabels] : undefined,
      podMetricsEndpoints: [
        {
          port,
          relabelings: relabelings.length > 0 ? relabelings : undefined,
          metricRelabelings: droppedLabels.length > 0 ? dropped : undefined,
        },
      ],
    },
  };
}
