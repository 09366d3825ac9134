import { Construct } from 'constructs';
import { PodMonitor } from './pod-monitor';
import { defaultSelectedBy, type Selection } from './selection';

export interface OperatorMonitoringProps extends Pick<Selection, 'selectedBy'> {
  /** Where Strimzi's Cluster Operator runs. */
  readonly namespace: string;
  /** Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Scrapes Strimzi's Cluster Operator, which knows when the authorities of its clusters end; one for all of them. */
export class OperatorMonitoring extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namespace, labels, selectedBy = defaultSelectedBy }: OperatorMonitoringProps,
  ) {
    super(scope, id);
    new PodMonitor(this, 'operator', {
      metadata: { name: 'strimzi-cluster-operator', namespace, labels: { ...labels, ...selectedBy } },
      pods: { 'strimzi.io/kind': 'cluster-operator' },
      port: 'http',
    });
  }
}
