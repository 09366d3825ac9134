import type { Construct } from 'constructs';
import { ClosedNamespace } from '../constructs/kubernetes/closed-namespace';
import type { Kubernetes } from '../model/kubernetes';
import { environmentUnits } from '../model/kubernetes-unit';
import { KitChart } from './kit-chart';

export interface NamespaceChartProps {
  readonly kubernetes: Kubernetes;
}

/** The namespace of clusters, users and MirrorMaker; the one in which applications run is theirs. */
export class NamespaceChart extends KitChart {
  constructor(scope: Construct, { kubernetes }: NamespaceChartProps) {
    super(scope, `namespace--${kubernetes.namespace}`, { unit: environmentUnits.namespaces });
    const { namespace, podSecurity } = kubernetes;
    new ClosedNamespace(this, 'namespace', { name: namespace, podSecurity });
  }
}
