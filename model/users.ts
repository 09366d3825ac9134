import type { Application } from './application';
import { own } from './by-name';
import type { Cluster } from './cluster';
import type { Environment } from './environment';
import { heldSecret, isScram } from './held-secret';
import type { Permission } from './permissions';
import { type CredentialRotation, credentialVersion, type Rotations } from './rotations';
import { clientSecretIn, type SecretOwner, type SecretRef, type SecretStore, secretNames } from './secret-ref';

/** A user of an application that its cluster lets in: who it is there, and what it proves itself with. */
export interface User {
  /** `order-service`, or `order-service--2`. */
  readonly name: string;
  /** Absent: the platform that the application runs on vouches for it. */
  readonly credential?: SecretRef;
}

/** What an application's clients are given, and whom its cluster lets in: one user more while a password is rotated. */
export interface Users {
  readonly delivered: User;
  /** The delivered one first. */
  readonly accepted: readonly [User, ...User[]];
  /** One that is let in no longer, and may still be known to somebody. Absent: none ever was. */
  readonly retired?: string;
}

const ending = '--2';

/**
 * Kafka keeps one password for a user and mechanism, so an application that changes it without an error has two users by
 * turns. No name holds two dashes in a row, so no application is called what another's second user is.
 */
export const secondUser = (application: string): string => `${application}${ending}`;

/** What says how often they were rotated, and where their credentials are. */
interface Around {
  readonly environment: Environment;
  readonly rotations: Rotations;
}

/** Users of an application, as far as its passwords were rotated. */
export function usersOf(application: Application, cluster: Cluster, around: Around): Users {
  const { name } = application;
  const rotation = own(around.rotations.applications, name);
  const version = credentialVersion(name, around);
  if (!rotation || !isScram(application)) {
    // Of what has two keys nothing is introduced: both are always taken.
    const only = { name, credential: credentialOf(application, name, version, { cluster, around }) };
    return { delivered: only, accepted: [only], ...(wasRotated(rotation) ? { retired: secondUser(name) } : {}) };
  }
  const [current, other] = rotation.second ? [secondUser(name), name] : [name, secondUser(name)];
  const newest = { name: current, credential: credentialOf(application, current, version, { cluster, around }) };
  if (!rotation.overlap)
    return { delivered: newest, accepted: [newest], ...(wasRotated(rotation) ? { retired: other } : {}) };
  const before = { name: other, credential: credentialOf(application, other, version - 1, { cluster, around }) };
  return rotation.overlap === 'introduced'
    ? { delivered: before, accepted: [before, newest] }
    : { delivered: newest, accepted: [newest, before] };
}

/** Whether there may be a second user, though its application signs in by something else today, or is described no longer. */
export const wasRotated = (rotation: CredentialRotation | undefined): boolean => (rotation?.version ?? 1) > 1;

function credentialOf(
  application: Application,
  user: string,
  version: number,
  { cluster, around }: { readonly cluster: Cluster; readonly around: Around },
): SecretRef | undefined {
  const key = heldSecret(application);
  if (key === undefined) return undefined;
  const { name: environment, secrets } = around.environment;
  const { store: chosen } = secrets;
  const passwordsIn = chosen && cluster.secretStores.includes(chosen) ? chosen : cluster.secretStores[0];
  const store = (key === 'certificate' ? cluster.certificatesIn : undefined) ?? passwordsIn;
  const owner = { environment, cluster: cluster.name, application: user };
  return {
    store,
    name:
      (key === 'certificate' ? cluster.certificatesMade?.secretOf?.(user) : undefined) ??
      (key === 'client-secret' ? clientSecretIn(store, owner) : nameInStore(store, owner, { version, cluster })),
    key,
    version,
  };
}

/**
 * On Kubernetes a password is made in a store outside where there is none of its name, and none is changed: another one
 * has another name. Terraform writes another one in the place of the one before it.
 */
const nameInStore = (
  store: SecretStore,
  owner: SecretOwner,
  { version, cluster }: { readonly version: number; readonly cluster: Cluster },
): string =>
  cluster.appliedBy === 'kubernetes' && store !== 'kubernetes' && version > 1
    ? `${secretNames[store](owner)}--v${version}`
    : secretNames[store](owner);

/** What an application may do, for one of its users. */
export const permissionsFor = ({ name }: User, permissions: readonly Permission[]): readonly Permission[] =>
  permissions.map((permission) =>
    name === permission.application || !permission.principal.endsWith(permission.application)
      ? permission
      : { ...permission, principal: `${permission.principal.slice(0, -permission.application.length)}${name}` },
  );

/** An application's name, or its second user's, in what is made for one of them. */
export const userOf = ({ application, principal }: Pick<Permission, 'application' | 'principal'>): string =>
  principal.endsWith(`${application}${ending}`) ? secondUser(application) : application;
