/** Whose tokens the brokers take on a listener of their own: SASL_SSL, OAUTHBEARER. */
export interface TokenListener {
  /** The `iss` that tokens must have. */
  readonly issuer: string;
  /** Where the keys are that they are signed with; asked by every node. */
  readonly jwks: string;
  /** The `aud` that tokens must have. */
  readonly audience: string;
  /** The claim that is the user's name. */
  readonly userNameClaim: string;
  /** PEM file of the authority that signed the server's certificate. Default: those that the JVM knows. */
  readonly authorityFile?: string;
}

const oauthbearer = 'org.apache.kafka.common.security.oauthbearer';

/** Milliseconds for which a connection lives without showing a token once more; a token that ends before ends it, too. */
const shownAgain = 3_600_000;

/**
 * Kafka's own handler (KIP-768) checks issuer, audience, times and signature; a token counts for 30 seconds beyond its end
 * (`sasl.oauthbearer.clock.skew.seconds`).
 * @see https://kafka.apache.org/43/security/authentication-using-sasl/
 */
export const tokenListenerProperties = ({ issuer, jwks, audience, userNameClaim, authorityFile }: TokenListener) => ({
  'listener.name.oauth.sasl.enabled.mechanisms': 'OAUTHBEARER',
  'listener.name.oauth.oauthbearer.sasl.server.callback.handler.class': `${oauthbearer}.OAuthBearerValidatorCallbackHandler`,
  'listener.name.oauth.oauthbearer.sasl.jaas.config': loginModule(authorityFile),
  'listener.name.oauth.oauthbearer.connections.max.reauth.ms': String(shownAgain),
  'listener.name.oauth.sasl.oauthbearer.jwks.endpoint.url': jwks,
  'listener.name.oauth.sasl.oauthbearer.expected.issuer': issuer,
  'listener.name.oauth.sasl.oauthbearer.expected.audience': audience,
  'listener.name.oauth.sasl.oauthbearer.sub.claim.name': userNameClaim,
});

/** Since Kafka 4.0 a broker asks no address that its JVM does not name. */
export const tokenListenerOptions = ({ jwks }: TokenListener): string[] => [
  `-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=${jwks}`,
];

/** Brokers sign in nowhere with a token; a module with any option wants to be told for whom its own would be. */
const loginModule = (authorityFile: string | undefined): string =>
  authorityFile === undefined
    ? `${oauthbearer}.OAuthBearerLoginModule required;`
    : `${oauthbearer}.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="unused" ssl.truststore.type="PEM" ssl.truststore.location="${authorityFile.replace(/[\\"]/g, '\\$&')}";`;
