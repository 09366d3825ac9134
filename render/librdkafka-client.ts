import { entriesOf } from '../model/by-name';
import type {
  ClientBehaviour,
  ClientConnection,
  ClientCredential,
  ClientTokens,
  MutualTlsCredential,
} from './client-connection';
import { referredFile } from './mounted-connection';

/**
 * Properties for librdkafka and what is built on it (kcat, the clients for Python, Go, .NET and Node).
 * `settings` are what the cluster's vendor asks of clients, and win.
 * @see https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
 */
export function librdkafkaProperties(
  { bootstrapServers, caFile, credential }: ClientConnection,
  { application, group, isolation = 'read_uncommitted', produces }: ClientBehaviour,
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    'client.id': application,
    'bootstrap.servers': bootstrapServers,
    ...(caFile ? { 'ssl.ca.location': caFile } : {}),
    ...securityProperties(credential),
    ...(produces ? { 'enable.idempotence': 'true', 'compression.codec': 'lz4' } : {}),
    ...(group
      ? {
          'group.id': group,
          'enable.auto.commit': 'false',
          'isolation.level': isolation,
          'auto.offset.reset': 'earliest',
        }
      : {}),
    ...settings,
  };
}

function securityProperties(credential: ClientCredential): Record<string, string> {
  if (credential.mechanism === 'mtls')
    return {
      'security.protocol': 'SSL',
      'ssl.key.location': credential.keyFile,
      'ssl.certificate.location': credential.certificateFile,
    };
  return { 'security.protocol': 'SASL_SSL', ...saslProperties(credential) };
}

function saslProperties(credential: Exclude<ClientCredential, MutualTlsCredential>): Record<string, string> {
  if ('username' in credential) {
    const { mechanism, username, password } = credential;
    return { 'sasl.mechanism': mechanism, 'sasl.username': username, 'sasl.password': password };
  }
  // librdkafka has no mechanism of AWS: its applications fetch a token for OAUTHBEARER by AWS' signer library.
  if (credential.mechanism === 'AWS_MSK_IAM') return { 'sasl.mechanism': 'OAUTHBEARER' };
  return { 'sasl.mechanism': 'OAUTHBEARER', ...tokenProperties(credential.tokens) };
}

/**
 * By a secret it asks for itself. A token of its platform it can neither show in place of a secret
 * (https://github.com/confluentinc/librdkafka/issues/5377) nor take as it is: the application hands it one.
 */
function tokenProperties(tokens: ClientTokens | undefined): Record<string, string> {
  // Whom it asks for a token, the cluster's settings say, or the application does.
  if (!tokens) return { 'sasl.oauthbearer.method': 'oidc' };
  const { tokenEndpoint, clientId, clientSecret, scope, authorityFile } = tokens;
  if (clientSecret === undefined || tokenEndpoint === undefined) return {};
  return {
    'sasl.oauthbearer.method': 'oidc',
    'sasl.oauthbearer.token.endpoint.url': tokenEndpoint,
    'sasl.oauthbearer.client.id': clientId,
    'sasl.oauthbearer.client.secret': clientSecret,
    ...(scope === undefined ? {} : { 'sasl.oauthbearer.scope': scope }),
    ...(authorityFile === undefined ? {} : { 'https.ca.location': authorityFile }),
  };
}

/**
 * A file of `name=value` lines, sorted: kcat's `-F`. librdkafka resolves no references: what a Java client would read
 * from a mounted file is a comment that names the file.
 */
export const librdkafkaFile = (properties: Readonly<Record<string, string>>): string =>
  entriesOf(properties)
    .map(([key, value]) => {
      const file = referredFile(value);
      return file === undefined ? `${key}=${value}\n` : `# ${key}: what ${file} holds\n`;
    })
    .join('');
