import type { ClientTokens } from './client-connection';

const oauthbearer = 'org.apache.kafka.common.security.oauthbearer';

/**
 * How a Java client of Kafka 4.1 or later comes to its tokens, and makes them anew before they end; a token of its
 * platform in place of a secret (`assertion.file`) needs 4.3. With nobody to ask, its vendor's settings name whom.
 * @see https://kafka.apache.org/43/security/authentication-using-sasl/ (OAUTHBEARER), KIP-768 and KIP-1139
 */
export function tokenProperties(tokens: ClientTokens | undefined): Record<string, string> {
  // Kafka has no handler that asks a platform for its token: the application adds sasl.login.callback.handler.class.
  if (!tokens) return { 'sasl.jaas.config': `${oauthbearer}.OAuthBearerLoginModule required;` };
  const { clientId, clientSecret, assertionFile, scope } = tokens;
  const endpoint = endpointOf(tokens);
  return {
    'sasl.jaas.config': `${oauthbearer}.OAuthBearerLoginModule required${trustOptions(tokens)};`,
    'sasl.login.callback.handler.class': `${oauthbearer}.OAuthBearerLoginCallbackHandler`,
    ...(endpoint === undefined ? {} : { 'sasl.oauthbearer.token.endpoint.url': endpoint }),
    ...(tokens.tokenFile === undefined ? { 'sasl.oauthbearer.client.credentials.client.id': clientId } : {}),
    ...(clientSecret === undefined ? {} : { 'sasl.oauthbearer.client.credentials.client.secret': clientSecret }),
    ...(assertionFile === undefined ? {} : { 'sasl.oauthbearer.assertion.file': assertionFile }),
    ...(scope === undefined || tokens.tokenFile !== undefined ? {} : { 'sasl.oauthbearer.scope': scope }),
  };
}

/**
 * Options of the JVM, a line each: since Kafka 4.0 a client asks no address and reads no file that they do not name.
 * `java @java-options …`, or JDK_JAVA_OPTIONS=@…, takes them from a file.
 * @see https://kafka.apache.org/43/configuration/system-properties/
 */
export function javaOptions(tokens: ClientTokens): string[] {
  const endpoint = endpointOf(tokens);
  return [
    ...(endpoint === undefined ? [] : [`-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=${endpoint}`]),
    ...(tokens.assertionFile === undefined
      ? []
      : [`-Dorg.apache.kafka.sasl.oauthbearer.allowed.files=${tokens.assertionFile}`]),
  ];
}

const endpointOf = ({ tokenEndpoint, tokenFile }: ClientTokens): string | undefined =>
  tokenFile === undefined ? tokenEndpoint : `file://${tokenFile}`;

/** The server's certificate is checked by options of the login module, not by the truststore of the brokers. */
const trustOptions = ({ authorityFile }: ClientTokens): string =>
  authorityFile === undefined ? '' : ` ssl.truststore.type="PEM" ssl.truststore.location=${quoted(authorityFile)}`;

/** A value of an option in `sasl.jaas.config`. */
export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
