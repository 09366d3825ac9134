import type { Application } from './application';
import { compare, own } from './by-name';
import type { Cluster } from './cluster';
import { dayAfter } from './days';
import { growsOld, isScram } from './held-secret';

/**
 * How often each credential of an environment was made anew, and when. `kafka-kit rotate` writes it beside the inventory
 * (`environments/rotations/<environment>.json`), and it is committed as that is: no value of a secret is in it.
 */
export interface Rotations {
  /** By application. */
  readonly applications: Readonly<Record<string, CredentialRotation>>;
}

export interface CredentialRotation {
  /** Counts up by one at each rotation. */
  readonly version: number;
  /** The day on which this version was made: `2026-12-31`. */
  readonly since: string;
  /** Whether it is the second user of the application that has this version. Default: the first one. */
  readonly second?: true;
  /**
   * How far a rotation is whose end nobody has said yet: brokers take this version and the one before it, and clients are
   * given the one before (`introduced`), or this one (`delivered`). Default: brokers take this version only.
   */
  readonly overlap?: 'introduced' | 'delivered';
  /** While it is introduced: since when the version is there that clients are given. Default: nobody recorded it. */
  readonly before?: string;
}

export const noRotations: Rotations = { applications: {} };

/** What counts versions of a credential: what `rotate` wrote, and by hand the description of one that it never rotated. */
export interface Counting {
  readonly environment: { readonly secrets: { readonly versions: Readonly<Record<string, number>> } };
  readonly rotations: Rotations;
}

/** The newest version of an application's credential. No description compiles in which both count it (KFK-X045). */
export const credentialVersion = (application: string, { environment, rotations }: Counting): number =>
  own(rotations.applications, application)?.version ?? own(environment.secrets.versions, application) ?? 1;

/** How old a credential is, against how long it lasts. */
export interface CredentialAge {
  readonly application: string;
  readonly version: number;
  /** Absent: nobody recorded when it was made. */
  readonly since?: string;
  /** The last day on which it is young enough. Absent: nobody says how long one lasts, or since when it is there. */
  readonly due?: string;
  readonly overdue: boolean;
  readonly overlap?: CredentialRotation['overlap'];
}

/** What ages are told from: a draft, or what became of it. */
export interface Aging {
  readonly environment: {
    readonly secrets: { readonly lasts?: number; readonly versions: Readonly<Record<string, number>> };
  };
  readonly applications: ReadonlyMap<string, Application>;
  readonly clusters: ReadonlyMap<string, Pick<Cluster, 'life' | 'certificatesMade'>>;
  readonly rotations: Rotations;
}

/**
 * Of every application that holds a secret which somebody has to make anew, by name. Where one is to last and nobody knows since when it is there, it is
 * overdue. On a local cluster every machine has made its own: only `madeHere`, by application, says when.
 */
export const credentialAges = (
  { environment, applications, clusters, rotations }: Aging,
  today: string,
  madeHere: Readonly<Record<string, string>> = {},
): CredentialAge[] =>
  [...applications.values()]
    .filter((application) => growsOld(application, clusters))
    .map(({ name, cluster }) => {
      const { lasts } = environment.secrets;
      const { since: begunOn, overlap, before } = own(rotations.applications, name) ?? {};
      const recordedOn = overlap === 'introduced' ? before : begunOn;
      const isLocal = clusters.get(cluster)?.life === 'local';
      const since = isLocal ? own(madeHere, name) : recordedOn;
      const due = lasts !== undefined && since !== undefined ? dayAfter(since, lasts) : undefined;
      const overdue = lasts !== undefined && (due === undefined ? !isLocal : due < today);
      const version = credentialVersion(name, { environment, rotations });
      return { application: name, version, since, due, overdue, overlap };
    })
    .sort((a, b) => compare(a.application, b.application));

/** How a rotation begins: the other user is introduced where there are two, and otherwise the next version is simply there. */
export function begun(
  { applications }: Rotations,
  application: Application,
  { version, today, users }: { readonly version: number; readonly today: string; readonly users: 'one' | 'two' },
): Rotations {
  const known = own(applications, application.name);
  const next = { version: version + 1, since: today };
  const byTurns = isScram(application) && users === 'two';
  const second = byTurns ? !known?.second : known?.second;
  return recorded({ applications }, application.name, {
    ...next,
    ...(second && { second }),
    ...(users === 'two' && { overlap: byTurns ? 'introduced' : 'delivered' }),
    ...(byTurns && known && { before: known.since }),
  });
}

/** How far a rotation in steps was before its last one, which was perhaps cut off. */
export function stepBefore(rotations: Rotations, application: Application): Rotations {
  const known = own(rotations.applications, application.name);
  if (!known || known.version === 1) return rotations;
  const { overlap, before, ...newest } = known;
  const at = (rotation: CredentialRotation) => recorded(rotations, application.name, rotation);
  if (overlap === undefined) return at({ ...newest, overlap: 'delivered' });
  const byTurns = isScram(application);
  if (overlap === 'delivered' && byTurns) return at({ ...newest, overlap: 'introduced' });
  const { version, since, second } = newest;
  return at({ version: version - 1, since: before ?? since, ...(byTurns !== (second ?? false) && { second: true }) });
}

/** How it was before the newest version took the place of the one before it at once. Undefined: none ever did. */
export function replacedBefore(rotations: Rotations, { name }: Application): Rotations | undefined {
  const known = own(rotations.applications, name);
  return known && known.version > 1 ? recorded(rotations, name, { ...known, version: known.version - 1 }) : undefined;
}

/** Clients are given the newest version from now on. */
export const delivered = (rotations: Rotations, application: string): Rotations =>
  changed(rotations, application, ({ before: _, ...known }) => ({ ...known, overlap: 'delivered' }));

/** Nobody takes the version before from now on. */
export const ended = (rotations: Rotations, application: string): Rotations =>
  changed(rotations, application, ({ overlap: _overlap, before: _before, ...known }) => known);

export const recorded = (
  { applications }: Rotations,
  application: string,
  rotation: CredentialRotation,
): Rotations => ({
  applications: Object.fromEntries(
    Object.entries({ ...applications, [application]: rotation }).sort(([a], [b]) => compare(a, b)),
  ),
});

function changed(
  rotations: Rotations,
  application: string,
  change: (known: CredentialRotation) => CredentialRotation,
): Rotations {
  const known = own(rotations.applications, application);
  return known ? recorded(rotations, application, change(known)) : rotations;
}
