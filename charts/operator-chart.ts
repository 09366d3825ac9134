import type { Construct } from 'constructs';
import { OperatorMonitoring } from '../constructs/kubernetes/monitoring/operator-monitoring';
import type { Kubernetes } from '../model/kubernetes';
import { environmentUnits } from '../model/kubernetes-unit';
import { KitChart } from './kit-chart';

export interface OperatorChartProps {
  /** Where it runs. */
  readonly namespace: string;
  readonly kubernetes: Kubernetes;
}

/** What watches the operator, which knows when the authorities of all of its clusters end. */
export class OperatorChart extends KitChart {
  constructor(scope: Construct, { namespace, kubernetes }: OperatorChartProps) {
    super(scope, `operator--${namespace}`, { unit: environmentUnits.monitoring });
    new OperatorMonitoring(this, 'monitoring', {
      namespace,
      selectedBy: kubernetes.prometheusLabels,
    });
  }
}
