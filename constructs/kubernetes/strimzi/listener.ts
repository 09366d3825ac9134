import { renderOAuth, type StrimziOAuth } from './oauth';

/** Who connects to a port of the brokers, how, and from where. */
export interface StrimziListener {
  /** At most eleven lower-case letters and digits. */
  readonly name: string;
  /** From 9092; 9404 and 9999 are taken. */
  readonly port: number;
  /** Where it is reached from. Default: `internal`. */
  readonly type?: 'internal' | 'cluster-ip' | 'loadbalancer' | 'nodeport' | 'ingress' | 'route' | 'tlsroute';
  /** Default: true; `ingress`, `route` and `tlsroute` know brokers apart by TLS only. */
  readonly tls?: boolean;
  /** How clients prove who they are: by a password, a certificate, or a token. Default: not at all. */
  readonly authentication?: 'scram-sha-512' | 'tls' | StrimziOAuth;
  /** Namespaces whose pods may connect, an empty list for none; Strimzi makes the NetworkPolicy. Default: everybody. */
  readonly namespaces?: readonly string[];
  /** A Secret with `tls.crt` and `tls.key` that brokers present. Default: certificates of the cluster's own authority. */
  readonly certificateSecret?: string;
  /** The name by which clients call the bootstrap address. Default: the one that Kubernetes gives. */
  readonly host?: string;
  /** The name of each broker, with `{nodeId}` in it. Default: the one that Kubernetes gives. */
  readonly brokerHosts?: string;
  /** The IngressClass, or the class of load balancers. Default: the Kubernetes cluster's. */
  readonly class?: string;
  /** Address ranges that a load balancer lets in: `10.0.0.0/8`. Default: all. */
  readonly loadBalancerSourceRanges?: readonly string[];
  /** Gateways that a `tlsroute` attaches to. Default: none. */
  readonly parentRefs?: readonly {
    readonly name: string;
    readonly namespace?: string;
    readonly sectionName?: string;
  }[];
}

/** An entry of `spec.kafka.listeners`. https://strimzi.io/docs/operators/latest/configuring.html#type-GenericKafkaListener-reference */
export const renderListener = (listener: StrimziListener) => ({
  name: listener.name,
  port: listener.port,
  // The package's types are of an API without `tlsroute`, which Strimzi has since 1.1.
  type: (listener.type ?? 'internal') as Exclude<StrimziListener['type'], 'tlsroute' | undefined>,
  tls: listener.tls ?? true,
  authentication: authenticationOf(listener),
  networkPolicyPeers: listener.namespaces && peersOf(listener.namespaces),
  configuration: configurationOf(listener),
});

function authenticationOf({ authentication }: StrimziListener) {
  if (authentication === undefined) return undefined;
  return typeof authentication === 'string' ? { type: authentication } : renderOAuth(authentication);
}

/**
 * A policy without peers lets everybody in. Every namespace has a label with its name: one without it is nobody's.
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name
 */
function peersOf(namespaces: readonly string[]) {
  if (namespaces.length === 0)
    return [{ namespaceSelector: { matchExpressions: [{ key: namespaceName, operator: 'DoesNotExist' }] } }];
  return namespaces.map((namespace) => ({ namespaceSelector: { matchLabels: { [namespaceName]: namespace } } }));
}

const namespaceName = 'kubernetes.io/metadata.name';

/** Types whose objects take names of hosts; load balancers and node ports have addresses, and certificates the names. */
const routed: readonly StrimziListener['type'][] = ['ingress', 'route', 'tlsroute'];

function configurationOf(listener: StrimziListener) {
  const { type, host, brokerHosts, certificateSecret, loadBalancerSourceRanges, parentRefs } = listener;
  const byName = routed.includes(type);
  const configuration = {
    class: listener.class,
    bootstrap: host === undefined ? undefined : byName ? { host } : { alternativeNames: [host] },
    hostTemplate: byName ? brokerHosts : undefined,
    advertisedHostTemplate: byName ? undefined : brokerHosts,
    loadBalancerSourceRanges: loadBalancerSourceRanges && [...loadBalancerSourceRanges],
    parentRefs: parentRefs?.map((parent) => ({ ...parent })),
    brokerCertChainAndKey:
      certificateSecret === undefined
        ? undefined
        : { secretName: certificateSecret, certificate: 'tls.crt', key: 'tls.key' },
  };
  return Object.values(configuration).some((value) => value !== undefined) ? configuration : undefined;
}
