import { own } from '../../model/by-name';
import { useInstead } from '../../model/near-miss';
import type { Resolved } from '../../model/resolved';
import { type Rotations, recorded } from '../../model/rotations';
import { exitCode, Failure, type Progress } from '../failure';
import type { Folders } from '../folders';
import type { Description } from '../load/description';
import { readRotations, writeRotations } from '../load/rotations';
import type { RotationSubject } from './kind';

export interface SubjectProps {
  readonly name: string;
  readonly folders: Folders;
  readonly today: string;
  readonly progress: Progress;
  readonly typed: RotationSubject['typed'];
  /** Reads the environment as it is written now. @throws Failure */
  readonly load: () => { readonly resolved: Resolved; readonly description: Description };
  readonly pendingChanges: RotationSubject['pendingChanges'];
  readonly apply: () => Promise<void>;
}

/** An application or a cluster, as its environment is written now. @throws Failure (exit 2) when there is none of that name */
export function subjectOf(props: SubjectProps): RotationSubject {
  const { name, folders, today, progress, typed, load, pendingChanges, apply } = props;
  const { resolved, description } = load();
  const { applications, clusters } = resolved;
  const connector = resolved.connectors.get(name);
  const runsIt = resolved.connectClusters.get(connector?.connectCluster ?? '');
  const cluster = clusters.get(applications.get(name)?.cluster ?? runsIt?.cluster ?? name);
  if (!cluster)
    throw new Failure(`no application, no operator, no cluster and no connector that runs here is called '${name}'`, {
      fix: useInstead(name, [...applications.keys(), ...clusters.keys(), ...resolved.connectors.keys()]),
      exit: exitCode.usage,
    });
  const record = (rotations: Rotations) => {
    const said = own(resolved.environment.secrets.versions, name);
    if (said !== undefined) throw countedByHand(name, said, props);
    // Somebody else may have rotated another application since this one was read.
    const others = readRotations(description.rotationsFile);
    const rotation = own(rotations.applications, name);
    writeRotations(description.rotationsFile, rotation ? recorded(others, name, rotation) : others);
    return subjectOf(props);
  };
  return { resolved, description, name, cluster, folders, today, progress, typed, pendingChanges, apply, record };
}

/** Two numbers for one thing would be read by nobody in the same way, so the description's goes first (KFK-X045). */
const countedByHand = (name: string, said: number, { typed }: SubjectProps): Failure =>
  new Failure(`secrets.versions says ${said} for '${name}', and rotate counts elsewhere`, {
    fix: `${typed('rotate record', name)} takes it over; remove it from the description then, and run the same command again`,
    exit: exitCode.review,
  });
