import { z } from 'zod';

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

/** Tokens of an OAuth 2.0 server (OAUTHBEARER), by Strimzi's `custom` authentication. */
export interface OAuthInput {
  /** The `iss` that tokens must have. */
  readonly issuer: string;
  /** Where the server's keys are. */
  readonly jwks: string;
  /** The `aud` that tokens must have. Default: it is not looked at. */
  readonly audience?: string;
  /** The claim that is the user's name. Default: `sub`. */
  readonly userNameClaim?: string;
}

/** A port of the brokers. */
export interface ListenerInput {
  /** Where it is reached from. Default: `internal`. */
  readonly type?: ListenerType;
  /** From 9092; 9404 and 9999 are taken. */
  readonly port: number;
  /** How clients prove who they are; `none` is for disposable environments. */
  readonly authentication: 'scram-sha-512' | 'mtls' | 'oauth' | 'none';
  /** Whether it is encrypted; without is for disposable environments. Default: true. */
  readonly tls?: boolean;
  /** The server of tokens; needed with `oauth`. Default: none. */
  readonly oauth?: OAuthInput;
  /** The name by which clients outside call the bootstrap address. Default: the one that Kubernetes gives. */
  readonly host?: string;
  /** The name of each broker outside, with Strimzi's `{nodeId}` in it. Default: the one that Kubernetes gives. */
  readonly brokerHosts?: string;
  /** The IngressClass or LoadBalancerClass. Default: the Kubernetes cluster's. */
  readonly class?: string;
  /** Address ranges that a load balancer lets in: `10.0.0.0/8`. Default: all. */
  readonly sources?: readonly string[];
  /** A ClusterIssuer of cert-manager that signs what brokers present here. Default: the cluster's `issuer`. */
  readonly issuer?: string;
}

export const oAuthShape = z.strictObject({
  issuer: z.string(),
  jwks: z.string(),
  audience: z.string().optional(),
  userNameClaim: z.string().optional(),
}) satisfies z.ZodType<OAuthInput>;

export const listenerShape = z.strictObject({
  type: z.enum(listenerTypes).optional(),
  port: z.int(),
  authentication: z.enum(['scram-sha-512', 'mtls', 'oauth', 'none']),
  tls: z.boolean().optional(),
  oauth: oAuthShape.optional(),
  host: z.string().optional(),
  brokerHosts: z.string().optional(),
  class: z.string().optional(),
  sources: z.array(z.string()).optional(),
  issuer: z.string().optional(),
}) satisfies z.ZodType<ListenerInput>;
