import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { neverPruned } from './never-pruned';

export interface ClosedNamespaceProps {
  readonly name: string;
  /** Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A namespace that pods of other namespaces enter only where a further NetworkPolicy lets them: Strimzi makes one for
 * each listener. Its pods may do no more than Strimzi's need; what the strictest level would refuse is warned of.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export class ClosedNamespace extends Construct {
  constructor(scope: Construct, id: string, { name, labels }: ClosedNamespaceProps) {
    super(scope, id);
    new k8s.KubeNamespace(this, 'namespace', {
      metadata: { name, labels: { ...labels, ...podSecurity }, annotations: neverPruned },
    });
    new k8s.KubeNetworkPolicy(this, 'policy', {
      metadata: { name: 'same-namespace', namespace: name, labels },
      spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
    });
  }
}

const podSecurity = {
  'pod-security.kubernetes.io/enforce': 'baseline',
  'pod-security.kubernetes.io/warn': 'restricted',
  'pod-security.kubernetes.io/audit': 'restricted',
};
