import { z } from 'zod';
import { believed, type TokenServer } from '../../../model/token-server';

/** A server of tokens (OAuth 2.0), whose signatures brokers check by Kafka's own handler (KIP-768). */
export interface KafkaOAuthInput {
  /** The `iss` that tokens must have; for a cluster on this machine, the others' brokers know it. Default: none. */
  readonly issuer?: string;
  /** Where the server's keys are; for a cluster on this machine. Default: none. */
  readonly jwks?: string;
  /** The `aud` that tokens must have; for a cluster on this machine. Default: none. */
  readonly audience?: string;
  /** The claim that is the user's name. Default: `sub`. */
  readonly userNameClaim?: string;
  /** Where applications ask for a token: `sasl.oauthbearer.token.endpoint.url`. Default: none, each brings one in a file. */
  readonly tokenEndpoint?: string;
  /** The `scope` that they ask for. Default: none. */
  readonly scope?: string;
  /** A PEM file beside the description with the authority that signed the server's certificate. Default: authorities that everybody knows. */
  readonly authority?: string;
}

export const kafkaOAuthShape = z.strictObject({
  issuer: z.string().optional(),
  jwks: z.string().optional(),
  audience: z.string().optional(),
  userNameClaim: z.string().optional(),
  tokenEndpoint: z.string().optional(),
  scope: z.string().optional(),
  authority: z.string().optional(),
}) satisfies z.ZodType<KafkaOAuthInput>;

export const tokenServerOf = ({
  issuer,
  jwks,
  audience,
  userNameClaim = 'sub',
  tokenEndpoint,
  scope,
  authority,
}: KafkaOAuthInput): TokenServer => ({
  issuer,
  audience,
  userNameClaim,
  believed: [believed({ issuer, jwks, audience, userNameClaim })],
  tokenEndpoint,
  scope,
  authority: authority === undefined ? 'public' : 'own',
});
