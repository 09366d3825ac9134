import { z } from 'zod';
import type { Authentication } from '../../../model/authentication';
import { believed, type TokenServer } from '../../../model/token-server';

/** Strimzi's types of listeners: `internal` and `cluster-ip` are reached inside of Kubernetes, the others from outside. */
export const listenerTypes = [
  'internal',
  'cluster-ip',
  'loadbalancer',
  'nodeport',
  'ingress',
  'route',
  'tlsroute',
] as const;
export type ListenerType = (typeof listenerTypes)[number];

/** How clients of a listener may prove who they are. */
const listenerAuthentications = ['scram-sha-512', 'mtls', 'oauth', 'none'] as const;

/** Tokens of an OAuth 2.0 server (OAUTHBEARER), which Strimzi's own library validates. */
export interface OAuthInput {
  /** The `iss` that tokens must have. */
  readonly issuer: string;
  /** Where the server's keys are. */
  readonly jwks: string;
  /** The `aud` that tokens must have. Default: it is not looked at. */
  readonly audience?: string;
  /** The claim that is the user's name; inside of another as JsonPath: `['kubernetes.io'].serviceaccount.name`. Default: `sub`. */
  readonly userNameClaim?: string;
  /** Where applications ask for a token: `sasl.oauthbearer.token.endpoint.url`. Default: none, each brings one in a file. */
  readonly tokenEndpoint?: string;
  /** The `scope` that they ask for. Default: none. */
  readonly scope?: string;
  /** The Secret whose `ca.crt` signed the server's certificate. Default: authorities that everybody knows. */
  readonly authority?: string;
}

/** The Gateway (Gateway API) whose TLS listener passes connections on. */
export interface GatewayInput {
  /** The Gateway's name. */
  readonly name: string;
  /** The Gateway's namespace. Default: the cluster's namespace. */
  readonly namespace?: string;
  /** The name of the Gateway's listener. Default: all that take TLSRoutes. */
  readonly section?: string;
}

/** A port of the brokers. */
export interface ListenerInput {
  /** Where it is reached from. Default: `internal`. */
  readonly type?: ListenerType;
  /** From 9092; 9404 and 9999 are taken. */
  readonly port: number;
  /** How clients prove who they are; `none` is for disposable environments. */
  readonly authentication: (typeof listenerAuthentications)[number];
  /** Whether it is encrypted; without is for disposable environments. Default: true. */
  readonly tls?: boolean;
  /** The server of tokens; needed with `oauth`. Default: none. */
  readonly oauth?: OAuthInput;
  /** The name by which clients outside call the bootstrap address; needed with `ingress` and `tlsroute`. Default: the one that Kubernetes gives. */
  readonly host?: string;
  /** The name of each broker, with Strimzi's `{nodeId}` in its first part: `broker-{nodeId}.kafka.example.com`; needed with `ingress` and `tlsroute`. Default: the one that Kubernetes gives. */
  readonly brokerHosts?: string;
  /** The IngressClass or LoadBalancerClass. Default: the Kubernetes cluster's. */
  readonly class?: string;
  /** Address ranges that a load balancer lets in: `10.0.0.0/8`. Default: all. */
  readonly loadBalancerSourceRanges?: readonly string[];
  /** What `tlsroute` attaches to, and needs. Default: none. */
  readonly gateway?: GatewayInput;
  /** A ClusterIssuer of cert-manager that signs what brokers present here. Default: the cluster's `issuer`. */
  readonly issuer?: string;
  /** Secrets beside the cluster whose `ca.crt` clients trust here, and which hold nothing else: the authority of the issuer, and the next one before it signs. Default: what cert-manager puts beside the certificate, one authority. */
  readonly authorities?: readonly string[];
}

export const oAuthShape = z.strictObject({
  issuer: z.string(),
  jwks: z.string(),
  audience: z.string().optional(),
  userNameClaim: z.string().optional(),
  tokenEndpoint: z.string().optional(),
  scope: z.string().optional(),
  authority: z.string().optional(),
}) satisfies z.ZodType<OAuthInput>;

export const gatewayShape = z.strictObject({
  name: z.string(),
  namespace: z.string().optional(),
  section: z.string().optional(),
}) satisfies z.ZodType<GatewayInput>;

export const listenerShape = z.strictObject({
  type: z.enum(listenerTypes).optional(),
  port: z.int(),
  authentication: z.enum(listenerAuthentications),
  tls: z.boolean().optional(),
  oauth: oAuthShape.optional(),
  host: z.string().optional(),
  brokerHosts: z.string().optional(),
  class: z.string().optional(),
  loadBalancerSourceRanges: z.array(z.string()).optional(),
  gateway: gatewayShape.optional(),
  issuer: z.string().optional(),
  authorities: z.array(z.string()).optional(),
}) satisfies z.ZodType<ListenerInput>;

/** A listener with every default decided. */
export interface Listener extends Omit<ListenerInput, 'type' | 'tls'> {
  readonly name: string;
  readonly type: ListenerType;
  readonly tls: boolean;
}

/** What decides the listeners of a cluster. */
interface Listening {
  readonly authentication?: readonly ('scram-sha-512' | 'mtls')[];
  readonly listeners?: Readonly<Record<string, ListenerInput>>;
  readonly issuer?: string;
}

/** One inside of Kubernetes for each way of `authentication`; 9091 and below are Strimzi's own. */
const inside = {
  'scram-sha-512': { name: 'scram', port: 9093 },
  mtls: { name: 'tls', port: 9094 },
} as const;

/** The listeners of a cluster in their written order. */
export function listenersOf({ authentication = ['scram-sha-512'], listeners, issuer }: Listening): Listener[] {
  const written = listeners
    ? Object.entries(listeners).map(([name, said]) => ({ name, ...said }))
    : authentication.map((how) => ({ ...inside[how], authentication: how }));
  return written.map((said: ListenerInput & { readonly name: string }) => {
    const { type = 'internal', tls = true } = said;
    return { ...said, type, tls, issuer: tls ? (said.issuer ?? issuer) : said.issuer };
  });
}

/** How applications may prove who they are, the default first; where no listener asks, users still have a password. */
export function authenticationsOf(listeners: readonly Listener[]): [Authentication, ...Authentication[]] {
  const asked = new Set(
    listeners.flatMap(({ authentication }): Authentication[] => (authentication === 'none' ? [] : [authentication])),
  );
  const [first = 'scram-sha-512', ...others] = asked;
  return [first, ...others];
}

/** Where listeners say each of `authenticationsOf`. */
export const authenticationFields = (listeners: readonly Listener[]): string[][] =>
  authenticationsOf(listeners).flatMap((way) => {
    const first = listeners.find(({ authentication }) => authentication === way);
    return first ? [['listeners', first.name, 'authentication']] : [];
  });

/** Whether its address is known before it is there: by its Service, or by the name that it is given. */
const reachable = ({ type, host }: Listener): boolean =>
  type === 'internal' || type === 'cluster-ip' || (host !== undefined && type !== 'nodeport');

/** The listener by which an application reaches its cluster: the first that asks for its proof and is reached from inside, else from outside. */
export function listenerFor(listeners: readonly Listener[], authentication: string): Listener | undefined {
  const asking = listeners.filter((listener) => listener.authentication === authentication && reachable(listener));
  return asking.find(({ type }) => type === 'internal' || type === 'cluster-ip') ?? asking[0];
}

/** The listener's address by a name that the brokers' certificates hold, whoever signed them. */
export function bootstrapServersOf(
  { name, type, port, host }: Listener,
  { cluster, namespace }: { readonly cluster: string; readonly namespace: string },
): string {
  if (type === 'internal') return `${cluster}-kafka-bootstrap.${namespace}.svc:${port}`;
  if (type === 'cluster-ip') return `${cluster}-kafka-${name}-bootstrap.${namespace}.svc:${port}`;
  // Ingresses, routes and gateways pass TLS on from their own port.
  return `${host}:${type === 'loadbalancer' ? port : 443}`;
}

/** Whose tokens applications show: of the listener that they reach. */
export function tokensOf(listeners: readonly Listener[]): TokenServer | undefined {
  const { oauth } = listenerFor(listeners, 'oauth') ?? {};
  if (!oauth) return undefined;
  const { issuer, audience, userNameClaim = 'sub', tokenEndpoint, scope, authority } = oauth;
  return {
    issuer,
    audience,
    userNameClaim,
    believed: listeners
      .flatMap((one) => one.oauth ?? [])
      .map(({ userNameClaim: claim = 'sub', ...server }) => believed({ ...server, userNameClaim: claim })),
    tokenEndpoint,
    scope,
    authority: authority === undefined ? 'public' : 'own',
  };
}
