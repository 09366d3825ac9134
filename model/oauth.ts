import { z } from 'zod';
import { type TokenServer, userOfClient } from './token-server';

/** How an application comes to its tokens: by a secret of its own, unless the platform that it runs on vouches for it. */
export interface OAuthClientInput {
  /** What the server of tokens calls it: `client_id`. Default: the application's name. */
  readonly clientId?: string;
  /** What brokers call it, which is what the claim of its tokens holds. Default: the client id where that claim names the client (`azp`, `client_id`), else the application's name. */
  readonly user?: string;
  /** A file where it runs with a token of its platform, which it shows in place of a secret (RFC 7523), as with a workload identity of Entra ID. Default: it has a client secret. */
  readonly assertionFile?: string;
  /** A file where it runs with the very token that brokers take, which its platform keeps fresh. Default: it asks the server. */
  readonly tokenFile?: string;
}

export const oAuthClientShape = z.strictObject({
  clientId: z.string().optional(),
  user: z.string().optional(),
  assertionFile: z.string().optional(),
  tokenFile: z.string().optional(),
}) satisfies z.ZodType<OAuthClientInput>;

/** An application that signs in with tokens, every default decided. */
export interface OAuthClient {
  readonly clientId: string;
  /** What brokers call it: `User:<user>`. */
  readonly user: string;
  readonly assertionFile?: string;
  readonly tokenFile?: string;
}

export function oAuthClientOf(
  name: string,
  said: OAuthClientInput = {},
  server: Pick<TokenServer, 'userNameClaim'> = { userNameClaim: 'sub' },
): OAuthClient {
  const { clientId = name, user, assertionFile, tokenFile } = said;
  return { clientId, user: user ?? userOfClient(server, { name, clientId }), assertionFile, tokenFile };
}

/** Whether it proves itself to the server of tokens by a secret, which somebody must bring to where it runs. */
export const hasClientSecret = ({ assertionFile, tokenFile }: OAuthClient): boolean =>
  assertionFile === undefined && tokenFile === undefined;

/** How an application comes to its tokens, for what is given to it. */
export interface TokenSource extends Omit<OAuthClient, 'user'>, Pick<TokenServer, 'tokenEndpoint' | 'scope'> {
  /** Whether the server's certificate is signed by an authority that the application is given. */
  readonly ownAuthority: boolean;
}

export const tokenSourceOf = (
  { clientId, assertionFile, tokenFile }: OAuthClient,
  { tokenEndpoint, scope, authority }: TokenServer,
): TokenSource => ({
  clientId,
  assertionFile,
  tokenFile,
  tokenEndpoint,
  scope,
  ownAuthority: authority === 'own' && tokenFile === undefined,
});
