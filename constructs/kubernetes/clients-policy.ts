import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Metadata } from './named-object';

/** Namespaces that reach a port. */
export interface ClientsIngress {
  /** A number, or the name that the container gives it. */
  readonly port: number | string;
  /** Of each namespace all pods may; with none nobody may. */
  readonly namespaces: readonly string[];
}

export interface ClientsPolicyProps {
  readonly metadata: Metadata;
  /** Labels of the pods that are reached. */
  readonly pods: Readonly<Record<string, string>>;
  readonly ingress: readonly ClientsIngress[];
}

/** `NetworkPolicy`: exactly these namespaces reach exactly these ports. https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export class ClientsPolicy extends k8s.KubeNetworkPolicy {
  constructor(scope: Construct, id: string, { metadata, pods, ingress }: ClientsPolicyProps) {
    super(scope, id, {
      metadata: { ...metadata, labels: { ...metadata.labels }, annotations: metadata.annotations },
      spec: {
        podSelector: { matchLabels: { ...pods } },
        policyTypes: ['Ingress'],
        ingress: ingress.filter(({ namespaces }) => namespaces.length > 0).map(rule),
      },
    });
  }
}

/** A rule without `from` would let everybody in, so there is none for nobody. */
const rule = ({ port, namespaces }: ClientsIngress): k8s.NetworkPolicyIngressRule => ({
  from: namespaces.map((name) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  })),
  ports: [{ port: typeof port === 'number' ? k8s.IntOrString.fromNumber(port) : k8s.IntOrString.fromString(port) }],
});
