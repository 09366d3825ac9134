/** Tokens of an OAuth 2.0 server, which brokers check by its keys without asking it. */
export interface StrimziOAuth {
  /** The `iss` that tokens must have. */
  readonly validIssuerUri: string;
  /** Where the server's keys are. */
  readonly jwksEndpointUri: string;
  /** The `aud` that tokens must have. Default: it is not looked at. */
  readonly audience?: string;
  /** The claim that is the user's name. Default: `sub`. */
  readonly userNameClaim?: string;
  /** A PEM file in the brokers' containers with the authority of the server, as by a mounted Secret. Default: authorities that Java knows. */
  readonly trustedCertificateFile?: string;
}

/**
 * A listener's `custom` authentication by Strimzi's OAuth library, which its images hold. Kafka's own handler would need
 * the server's address allowed to the whole JVM.
 * @see https://github.com/strimzi/strimzi-kafka-oauth#configuring-the-kafka-broker
 * @see https://github.com/strimzi/proposals/blob/main/113-deprecate-and-remove-oauth-authentication-and-authorization.md
 */
export const renderOAuth = (oauth: StrimziOAuth) => ({
  type: 'custom' as const,
  sasl: true,
  listenerConfig: {
    'sasl.enabled.mechanisms': 'OAUTHBEARER',
    'oauthbearer.sasl.server.callback.handler.class':
      'io.strimzi.kafka.oauth.server.JaasServerOauthValidatorCallbackHandler',
    'oauthbearer.sasl.jaas.config': jaasConfig(oauth),
    // Connections end with their tokens, unless clients bring a new one.
    'oauthbearer.connections.max.reauth.ms': 3_600_000,
  },
});

function jaasConfig(oauth: StrimziOAuth): string {
  const { validIssuerUri, jwksEndpointUri, audience, userNameClaim, trustedCertificateFile } = oauth;
  const options: Record<string, string | undefined> = {
    // Kafka's login module asks for a claim of a token that nobody uses: brokers log in by their own listener.
    unsecuredLoginStringClaim_sub: 'unused',
    'oauth.valid.issuer.uri': validIssuerUri,
    'oauth.jwks.endpoint.uri': jwksEndpointUri,
    'oauth.username.claim': userNameClaim,
    ...(audience === undefined ? {} : { 'oauth.check.audience': 'true', 'oauth.client.id': audience }),
    ...(trustedCertificateFile === undefined
      ? {}
      : { 'oauth.ssl.truststore.location': trustedCertificateFile, 'oauth.ssl.truststore.type': 'PEM' }),
  };
  const said = Object.entries(options).filter(([, value]) => value !== undefined);
  const text = said.map(([name, value]) => `${name}="${escaped(value ?? '')}"`);
  return ['org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required', ...text]
    .join(' ')
    .concat(';');
}

const escaped = (text: string) => text.replace(/[\\"]/g, '\\$&');
