import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transactionalIdPrefix } from '../../model/application';
import { noClientSettings, settingsFor } from '../../model/client-settings';
import type { Flow } from '../../model/flow';
import { groupBy } from '../../model/group-by';
import type { Resolved } from '../../model/resolved';
import type { ClientBehaviour, ClientConnection, ClientCredential, ClientTokens } from '../../render/client-connection';
import { javaClientProperties } from '../../render/java-client';
import { javaOptions } from '../../render/java-tokens';
import { librdkafkaFile, librdkafkaProperties } from '../../render/librdkafka-client';
import { propertiesFile } from '../../render/properties-file';
import { writePrivately } from '../secrets/private-file';

/**
 * Writes what one application needs to reach its cluster: `client.properties` for Java clients and
 * `librdkafka.properties` for those built on librdkafka, with its own credential and nobody else's, `ca.pem`, the
 * authority of its brokers, and `application.json` with its topics, groups and retry limits; where it signs in with
 * tokens `java-options`, without which a Java client asks nobody for them. Mode 600.
 */
export function writeClientFiles(
  folder: string,
  { resolved, application, connection }: { resolved: Resolved; application: string; connection: ClientConnection },
): void {
  const caFile = connection.caFile && join(folder, 'ca.pem');
  if (connection.caFile && caFile) writePrivately(caFile, readFileSync(connection.caFile, 'utf8'));
  const files = clientFiles(resolved, application, {
    ...connection,
    caFile,
    credential: withAuthority(folder, connection.credential),
  });
  for (const [name, text] of Object.entries(files)) writePrivately(join(folder, name), text);
}

/** The authority of the server of tokens stands beside that of the brokers. */
function withAuthority(folder: string, credential: ClientCredential): ClientCredential {
  if (credential.mechanism !== 'OAUTHBEARER' || !credential.tokens?.authorityFile) return credential;
  const authorityFile = join(folder, 'oauth-ca.pem');
  writePrivately(authorityFile, readFileSync(credential.tokens.authorityFile, 'utf8'));
  return { ...credential, tokens: { ...credential.tokens, authorityFile } };
}

/** The files of one application, by name. */
export function clientFiles(
  resolved: Resolved,
  application: string,
  connection: ClientConnection,
): Readonly<Record<string, string>> {
  const noun = resolved.applications.get(application);
  const { clientSettings = noClientSettings } = resolved.clusters.get(noun?.cluster ?? '') ?? {};
  const settings = settingsFor(clientSettings, connection.credential.mechanism);
  const behaviour = behaviourOf(resolved, application);
  const java = javaClientProperties(connection, behaviour, { ...connection.resolvedBy, ...settings.java });
  const tokens = connection.credential.mechanism === 'OAUTHBEARER' ? connection.credential.tokens : undefined;
  const left = { ...settings.left, ...(tokens && tokensLeft(tokens)) };
  return {
    'client.properties': comments(left.java) + propertiesFile(java),
    ...(tokens ? { 'java-options': lines(javaOptions(tokens)) } : {}),
    'librdkafka.properties':
      comments(left.librdkafka) + librdkafkaFile(librdkafkaProperties(connection, behaviour, settings.librdkafka)),
    'application.json': `${JSON.stringify(descriptionOf(resolved, application), null, 2)}\n`,
  };
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
const comments = (texts: readonly string[] = []) => lines(texts.map((text) => `# ${text}`));

/** What is left to whoever uses a file of one that signs in with tokens. */
const tokensLeft = ({ clientSecret }: ClientTokens) => ({
  java: ['Since Kafka 4.0 a client asks only whom its JVM names: start it with the options of the file java-options.'],
  librdkafka:
    clientSecret === undefined
      ? [
          'librdkafka reads no token of a platform: the application hands it one (oauthbearer_token_refresh_cb),',
          'see https://github.com/confluentinc/librdkafka/issues/5377',
        ]
      : [],
});

function behaviourOf(resolved: Resolved, application: string): ClientBehaviour {
  const { produces, groups, isolation } = flowsOf(resolved, application);
  return {
    application,
    streams: resolved.applications.get(application)?.streams,
    group: groups.length === 1 ? groups[0] : undefined,
    isolation,
    produces: produces.length > 0,
  };
}

function descriptionOf(resolved: Resolved, application: string) {
  const { produces, consumes } = flowsOf(resolved, application);
  const noun = resolved.applications.get(application);
  return {
    application,
    applicationId: noun?.streams?.applicationId,
    produces,
    consumes,
    transactionalIdPrefix: noun && transactionalIdPrefix(noun),
  };
}

const grouped = new WeakMap<Resolved, ReadonlyMap<string, readonly Flow[]>>();

/** Once for a platform, whose applications are asked for one by one: thousands of each would be millions of looks. */
function flowsByApplication(resolved: Resolved): ReadonlyMap<string, readonly Flow[]> {
  const known = grouped.get(resolved) ?? groupBy(resolved.flows, ({ application }) => application);
  grouped.set(resolved, known);
  return known;
}

function flowsOf(resolved: Resolved, application: string) {
  const flows = flowsByApplication(resolved).get(application) ?? [];
  const consuming = flows.filter((flow) => flow.direction === 'consume');
  const isDeadLetter = (topic: string) => resolved.topics.get(topic)?.role === 'dead-letter';
  return {
    produces: flows
      .filter(({ direction, topic }) => direction === 'produce' && !isDeadLetter(topic))
      .map(({ topic }) => topic),
    consumes: Object.fromEntries(
      consuming.map(({ topic, group, deadLetter }) => [
        topic,
        {
          group,
          deadLetter: deadLetter && {
            topic: deadLetter.topic,
            attempts: deadLetter.attempts,
            backoffMs: deadLetter.backoff,
          },
        },
      ]),
    ),
    groups: [...new Set(consuming.map(({ group }) => group))],
    isolation: consuming.some((flow) => flow.isolation === 'read_committed') ? ('read_committed' as const) : undefined,
  };
}

/** A PEM key store for Java clients: the private key, then its certificates. */
export function writePemKeystore(
  file: string,
  { keyFile, certificateFile }: { keyFile: string; certificateFile: string },
): string {
  writePrivately(file, `${readFileSync(keyFile, 'utf8').trimEnd()}\n${readFileSync(certificateFile, 'utf8')}`);
  return file;
}
