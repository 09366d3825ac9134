import { join } from 'node:path';
import type { Permission } from '../../model/permissions';
import type { Resolved } from '../../model/resolved';
import { Failure } from '../failure';
import { environmentFolders, type Folders } from '../folders';
import { type ProbeRequest, probeAccess } from './access-probe';
import { compareAccess } from './compare-access';
import type { JavaTools } from './java';

export interface AccessProof {
  readonly applications: number;
  /** How many questions the brokers answered. */
  readonly questions: number;
  readonly allowed: number;
  readonly denied: number;
  readonly seconds: number;
}

/**
 * Asks real brokers, as each application, for every operation on every topic, group and transactional id of the
 * platform and on the cluster. @throws Failure when any answer differs from what the flows say.
 */
export async function proveAccess(resolved: Resolved, folders: Folders, tools: JavaTools): Promise<AccessProof> {
  const started = Date.now();
  const places = environmentFolders(folders, resolved.environment.name);
  const requests = requestsOf(resolved, (application) => join(places.client(application), 'client.properties'));
  const answers = await probeAccess(requests, tools);
  const differences = compareAccess(
    resolved.permissions.filter(({ host }) => ['*', askedFrom].includes(host)),
    answers,
  );
  if (differences.length > 0)
    throw new Failure('brokers allow something else than the description says', {
      why: differences.map(
        ({ application, operation, resourceType, resourceName, difference, detail }) =>
          `${application}: ${operation} ${resourceType} ${resourceName}: ${difference} (${detail})`,
      ),
      fix: `kafka-kit deploy ${resolved.environment.name}, then prove again`,
    });
  const count = (outcome: string) => answers.filter((answer) => answer.outcome === outcome).length;
  return {
    applications: requests.length,
    questions: answers.length,
    allowed: count('allowed'),
    denied: count('denied'),
    seconds: (Date.now() - started) / 1000,
  };
}

/** What is let, or denied, from elsewhere says nothing about here: local brokers are asked over the loopback. */
const askedFrom = '127.0.0.1';

/** Everything there is, asked as everybody. A prefix is asked for by a name that only it matches; every name by all. */
function requestsOf(resolved: Resolved, clientFile: (application: string) => string): ProbeRequest[] {
  const names = (type: Permission['resourceType']) =>
    resolved.permissions
      .filter(({ resourceType, resourceName }) => resourceType === type && resourceName !== '*')
      .map(({ patternType, resourceName }) => (patternType === 'Prefixed' ? `${resourceName}probe` : resourceName));
  const all = {
    topics: unique([...resolved.topics.keys(), ...names('Topic'), 'nobodys.topic']),
    groups: unique([...names('Group'), 'nobodys-group']),
    transactionalIds: unique([...names('TransactionalId'), 'nobodys-id']),
  };
  return [...resolved.applications.keys()].map((application) => ({
    application,
    clientFile: clientFile(application),
    ...all,
  }));
}

const unique = (names: readonly string[]) => [...new Set(names)].sort();
