/** A server of tokens (OAuth 2.0, OpenID Connect), as far as applications of a cluster have to do with it. */
export interface TokenServer {
  /** The `iss` that tokens must have. Absent: somebody else has told the brokers. */
  readonly issuer?: string;
  /** Where applications ask for a token: `sasl.oauthbearer.token.endpoint.url`. Absent: only those ask that bring one. */
  readonly tokenEndpoint?: string;
  /** The `scope` that they ask for. Absent: what the server gives them. */
  readonly scope?: string;
  /** The `aud` that brokers look for. Absent: they look for none, or somebody else has told them. */
  readonly audience?: string;
  /** The claim that is the user's name. */
  readonly userNameClaim: string;
  /** Whose tokens brokers take at all, and for which user, in words: of several listeners, of each. Who is named by any is that user. */
  readonly believed: readonly string[];
  /** Who signed the server's certificate: an authority that every client knows, or one that it is given. */
  readonly authority: 'public' | 'own';
}

/** What of a server decides whom its tokens stand for: who says it, who signs it, for whom it was given, and which claim is the name. */
export interface BelievedTokens extends Pick<TokenServer, 'issuer' | 'audience' | 'userNameClaim'> {
  /** Where its keys are. Absent: somebody else has told the brokers. */
  readonly jwks?: string;
}

/** `azp of https://login.example.com, by the keys of https://login.example.com/keys, for kafka`. */
export const believed = ({ issuer, audience, userNameClaim, jwks }: BelievedTokens): string =>
  [
    `${userNameClaim}${issuer === undefined ? '' : ` of ${issuer}`}`,
    ...(jwks === undefined ? [] : [`by the keys of ${jwks}`]),
    ...(audience !== undefined ? [`for ${audience}`] : jwks === undefined ? [] : ['for whatever']),
  ].join(', ');

/**
 * What servers call the claim that names the client itself, and not an account that it has: RFC 9068 and Keycloak
 * `client_id`, Keycloak's mapper `clientId`, Entra ID `azp` in tokens of version 2.0 and `appid` before, Okta `cid`.
 */
const clientClaims = new Set(['client_id', 'clientId', 'azp', 'appid', 'cid']);

/** What brokers call a client, as far as its own name at the server decides it. */
export const userOfClient = (
  { userNameClaim }: Pick<TokenServer, 'userNameClaim'>,
  { name, clientId }: { readonly name: string; readonly clientId: string },
): string => (clientClaims.has(userNameClaim) ? clientId : name);
