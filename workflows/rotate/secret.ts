import { descriptions } from '../../backends/descriptions';
import { own } from '../../model/by-name';
import type { Principal } from '../../model/resolved';
import type { OpenConnections, RotationFacts } from '../../model/rotation-facts';
import { credentialVersion } from '../../model/rotations';
import { consumersOfCredential, type SecretConsumer } from '../../model/secret-consumers';
import type { User } from '../../model/users';
import { exitCode, Failure } from '../failure';
import type { RotationSubject } from './kind';

/** What the subject's back end knows. */
export function factsOf({ cluster }: Pick<RotationSubject, 'cluster'>): RotationFacts {
  const found = own(descriptions, cluster.backend);
  if (!found) throw new Error(`no back end is called '${cluster.backend}'`);
  return found.rotation;
}

/** The application that a subject is, with its users. @throws Failure where the kit makes no user of it. */
export function principalOf({ resolved, name }: Pick<RotationSubject, 'resolved' | 'name'>): Principal {
  const principals = resolved.shards.flatMap((shard) => shard.principals);
  const found = principals.find(({ application }) => application.name === name);
  if (!found) throw new Failure(`'${name}' has no credential here`, { exit: exitCode.usage });
  return found;
}

/** Who presents an application's credential, a line each. `given`: what clients are given then. Default: what they are given now. */
export const readersOf = ({ resolved, name }: RotationSubject, given?: User): string[] =>
  consumersOfCredential(name, resolved, given).map(readerText);

export const readerText = ({ kind, name, namespace, reads, notices, how }: SecretConsumer): string =>
  `${kind} ${name}${namespace ? ` in ${namespace}` : ''} reads ${reads}: ${notices === 'by-itself' ? 'by itself' : 'at its restart'}; ${how}`;

/** What is recorded of the subject's credential. */
export const rotationOf = ({ resolved, name }: RotationSubject) => own(resolved.rotations.applications, name);

export const connectionsOf = (
  subject: RotationSubject,
  proof: 'password' | 'key' | 'certificate' | 'identity',
): OpenConnections | undefined => factsOf(subject).connections[proof];

/** The version that is newest. */
export const versionOf = ({ name, resolved }: RotationSubject): number => credentialVersion(name, resolved);

/** Whether its users go by turns: a rotation that was begun with two users ends with two. */
export const isByTurns = (subject: RotationSubject): boolean =>
  subject.resolved.environment.secrets.users === 'two' || rotationOf(subject)?.overlap !== undefined;
