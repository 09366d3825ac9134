import { entriesOf } from '../model/by-name';

/** How one application reaches its cluster. */
export interface ClientConnection {
  readonly bootstrapServers: string;
  /** PEM file of the authority that signed the brokers' certificates. */
  readonly caFile: string;
  readonly credential:
    | { readonly mechanism: 'SCRAM-SHA-512' | 'SCRAM-SHA-256'; readonly username: string; readonly password: string }
    /** PEM file with the private key and the certificates, mode 600. */
    | { readonly mechanism: 'mtls'; readonly keystoreFile: string };
}

/** What an application does, as far as its client must know. */
export interface ClientBehaviour {
  readonly application: string;
  readonly group?: string;
  /** Of a Kafka Streams application, whose library chooses its group. */
  readonly streams?: { readonly applicationId: string; readonly exactlyOnce: boolean };
  readonly isolation?: 'read_committed' | 'read_uncommitted';
  readonly produces: boolean;
}

/**
 * Properties for Kafka's Java clients: the connection, and the settings that keep records safe.
 * @see https://kafka.apache.org/documentation/#producerconfigs, #consumerconfigs and #streamsconfigs
 */
export function javaClientProperties(connection: ClientConnection, behaviour: ClientBehaviour): Record<string, string> {
  const { application, produces } = behaviour;
  return {
    'client.id': application,
    'bootstrap.servers': connection.bootstrapServers,
    ...securityProperties(connection),
    ...(produces ? { acks: 'all', 'enable.idempotence': 'true', 'compression.type': 'lz4' } : {}),
    ...readingProperties(behaviour),
  };
}

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

function securityProperties({ caFile, credential }: ClientConnection): Record<string, string> {
  const truststore = { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': caFile };
  if (credential.mechanism === 'mtls')
    return {
      'security.protocol': 'SSL',
      ...truststore,
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': credential.keystoreFile,
    };
  const { mechanism, username, password } = credential;
  return {
    'security.protocol': 'SASL_SSL',
    ...truststore,
    'sasl.mechanism': mechanism,
    'sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required username=${quoted(username)} password=${quoted(password)};`,
  };
}

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** A Java properties file, sorted. https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html */
export const propertiesFile = (properties: Readonly<Record<string, string>>): string =>
  entriesOf(properties)
    .map(([key, value]) => `${key}=${escaped(value)}\n`)
    .join('');

/** Java reads the file as Latin-1, drops leading blanks and ends a value with its line. */
const escaped = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replace(/^ /, '\\ ')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
