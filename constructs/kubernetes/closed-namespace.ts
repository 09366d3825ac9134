import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { neverPruned } from './never-pruned';

export interface ClosedNamespaceProps {
  readonly name: string;
  /** What its pods may at most do, by Kubernetes' Pod Security Standards. Default: `restricted`. */
  readonly podSecurity?: 'restricted' | 'baseline';
  /** Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A namespace whose pods nobody reaches, but where a further NetworkPolicy lets them: Strimzi makes those of brokers and of
 * everything else that it runs. What leaves its pods is not held back: a policy knows no names, and brokers, workers and
 * builds call stores and registries outside.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic
 */
export class ClosedNamespace extends Construct {
  constructor(scope: Construct, id: string, { name, labels, podSecurity = 'restricted' }: ClosedNamespaceProps) {
    super(scope, id);
    new k8s.KubeNamespace(this, 'namespace', {
      metadata: { name, labels: { ...labels, ...securityLabels(podSecurity) }, annotations: neverPruned },
    });
    new k8s.KubeNetworkPolicy(this, 'policy', {
      metadata: { name: 'default-deny', namespace: name, labels },
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    });
  }
}

/** What the strictest level would refuse is warned of and logged, whatever is enforced. */
const securityLabels = (enforced: string) => ({
  'pod-security.kubernetes.io/enforce': enforced,
  'pod-security.kubernetes.io/warn': 'restricted',
  'pod-security.kubernetes.io/audit': 'restricted',
});
