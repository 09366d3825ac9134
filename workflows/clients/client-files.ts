import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transactionalIdPrefix } from '../../model/application';
import type { Resolved } from '../../model/resolved';
import { type ClientConnection, javaClientProperties, propertiesFile } from '../../render/java-client';
import { writePrivately } from '../secrets/private-file';

/**
 * Writes what one application needs to reach its cluster: `client.properties` for Java clients, with its own credential
 * and nobody else's, `ca.pem`, the authority of its brokers, and `application.json` with its topics, groups and retry
 * limits. Mode 600.
 */
export function writeClientFiles(
  folder: string,
  { resolved, application, connection }: { resolved: Resolved; application: string; connection: ClientConnection },
): void {
  const { produces, consumes, groups, isolation } = flowsOf(resolved, application);
  const noun = resolved.applications.get(application);
  const caFile = join(folder, 'ca.pem');
  writePrivately(caFile, readFileSync(connection.caFile, 'utf8'));
  const properties = javaClientProperties(
    { ...connection, caFile },
    {
      application,
      streams: noun?.streams,
      group: groups.length === 1 ? groups[0] : undefined,
      isolation,
      produces: produces.length > 0,
    },
  );
  writePrivately(join(folder, 'client.properties'), propertiesFile(properties));
  const description = {
    application,
    applicationId: noun?.streams?.applicationId,
    produces,
    consumes,
    transactionalIdPrefix: noun && transactionalIdPrefix(noun),
  };
  writePrivately(join(folder, 'application.json'), `${JSON.stringify(description, null, 2)}\n`);
}

function flowsOf(resolved: Resolved, application: string) {
  const flows = resolved.flows.filter((flow) => flow.application === application);
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
