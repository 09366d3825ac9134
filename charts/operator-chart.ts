import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { labelsOf } from '../constructs/kubernetes/labels';
import { OperatorMonitoring } from '../constructs/kubernetes/monitoring/operator-monitoring';
import type { Kubernetes } from '../model/kubernetes';

export interface OperatorChartProps {
  /** Where it runs. */
  readonly namespace: string;
  readonly kubernetes: Kubernetes;
}

/** What watches the operator, which knows when the authorities of all of its clusters end. */
export class OperatorChart extends Chart {
  constructor(scope: Construct, { namespace, kubernetes }: OperatorChartProps) {
    super(scope, `operator--${namespace}`, { disableResourceNameHashes: true });
    new OperatorMonitoring(this, 'monitoring', {
      namespace,
      labels: labelsOf(),
      selectedBy: kubernetes.prometheusLabels,
    });
  }
}
