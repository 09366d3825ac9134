import type {
  ClientBehaviour,
  ClientConnection,
  ClientCredential,
  MutualTlsCredential,
  Pkcs12,
} from './client-connection';
import { quoted, tokenProperties } from './java-tokens';

/**
 * Properties for Kafka's Java clients: the connection, and the settings that keep records safe. `settings` are what the
 * cluster's vendor asks of clients, and win.
 * @see https://kafka.apache.org/documentation/#producerconfigs, #consumerconfigs and #streamsconfigs
 */
export function javaClientProperties(
  connection: ClientConnection,
  behaviour: ClientBehaviour,
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { application, produces } = behaviour;
  return {
    'client.id': application,
    'bootstrap.servers': connection.bootstrapServers,
    ...trust(connection),
    ...securityProperties(connection.credential),
    ...(produces ? { acks: 'all', 'enable.idempotence': 'true', 'compression.type': 'lz4' } : {}),
    ...readingProperties(behaviour),
    ...settings,
  };
}

function trust({ caFile, trustStore }: ClientConnection): Record<string, string> {
  if (trustStore) return store('truststore', trustStore);
  return caFile ? { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': caFile } : {};
}

const store = (which: 'truststore' | 'keystore', { file, password }: Pkcs12): Record<string, string> => ({
  [`ssl.${which}.type`]: 'PKCS12',
  [`ssl.${which}.location`]: file,
  [`ssl.${which}.password`]: password,
});

/** With exactly_once_v2 the library itself reads committed records; being told it warns of. */
function readingProperties({ group, streams, isolation = 'read_uncommitted' }: ClientBehaviour) {
  const reading = { 'isolation.level': isolation, 'auto.offset.reset': 'earliest' };
  if (streams) {
    const id = { 'application.id': streams.applicationId };
    return streams.exactlyOnce
      ? { ...id, 'processing.guarantee': 'exactly_once_v2', 'auto.offset.reset': 'earliest' }
      : { ...id, 'processing.guarantee': 'at_least_once', ...reading };
  }
  return group ? { 'group.id': group, 'enable.auto.commit': 'false', ...reading } : {};
}

/** How a client proves who it is. */
export function securityProperties(credential: ClientCredential): Record<string, string> {
  const { mechanism } = credential;
  if (mechanism === 'mtls') return { 'security.protocol': 'SSL', ...keystore(credential) };
  return { 'security.protocol': 'SASL_SSL', 'sasl.mechanism': mechanism, ...saslProperties(credential) };
}

function keystore(credential: MutualTlsCredential): Record<string, string> {
  if ('keystore' in credential) return store('keystore', credential.keystore);
  const pem = { 'ssl.keystore.type': 'PEM' };
  if ('keystoreFile' in credential) return { ...pem, 'ssl.keystore.location': credential.keystoreFile };
  return { ...pem, 'ssl.keystore.key': credential.key, 'ssl.keystore.certificate.chain': credential.certificateChain };
}

function saslProperties(credential: Exclude<ClientCredential, MutualTlsCredential>): Record<string, string> {
  if ('username' in credential) {
    const { mechanism, username, password } = credential;
    const module = mechanism === 'PLAIN' ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule';
    return {
      'sasl.jaas.config': `org.apache.kafka.common.security.${module} required username=${quoted(username)} password=${quoted(password)};`,
    };
  }
  if (credential.mechanism === 'AWS_MSK_IAM')
    // https://github.com/aws/aws-msk-iam-auth: a jar beside the application.
    return {
      'sasl.jaas.config': 'software.amazon.msk.auth.iam.IAMLoginModule required;',
      'sasl.client.callback.handler.class': 'software.amazon.msk.auth.iam.IAMClientCallbackHandler',
    };
  return tokenProperties(credential.tokens);
}
