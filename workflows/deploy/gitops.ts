import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Resolved } from '../../model/resolved';
import type { Progress } from '../failure';
import { type FieldChange, fieldsChanged } from '../kubernetes/difference';
import { identityOf, type KubernetesObject, placeOf } from '../kubernetes/object';
import { changedLines, firstOf, signs } from '../kubernetes/report';
import { synth } from '../synth/synth';
import { requireNoAccessStays } from './access-that-stays';

/** A file that the controller reads, and what changes in it. */
export interface FileChange {
  /** Below the environment's folder. */
  readonly path: string;
  readonly action: 'create' | 'change' | 'delete';
  readonly objects: readonly {
    readonly place: string;
    readonly action: 'create' | 'change' | 'delete';
    readonly fields: readonly FieldChange[];
  }[];
}

export interface GitOpsResult {
  /** Who applies it, and from where: `argo-cd from https://git.example.com/platform.git`. */
  readonly appliedBy: string;
  /** What is to be committed. */
  readonly folder: string;
  readonly files: readonly FileChange[];
  /** The file that records it, to be committed with it. Absent: it is as it was. */
  readonly inventory?: string;
  /** Whether the folder was written. */
  readonly written: boolean;
}

export interface DifferenceProps {
  readonly environment: string;
  readonly project: string;
  /** What the environment becomes, elsewhere. */
  readonly synthesized: string;
  readonly progress: Progress;
  /** As it is typed for the same description. Default: `kafka-kit synth <environment>`. */
  readonly synthCommand?: string;
}

/** What the controller reads of an environment's folder. */
const read = ['kubernetes', 'gitops'] as const;

/**
 * What would differ from what a GitOps controller reads now, shown; nothing is written.
 * @throws Failure that names users who would keep their access
 */
export function differenceForGitOps(props: DifferenceProps): readonly FileChange[] {
  const { environment, project, synthesized, progress, synthCommand = `kafka-kit synth ${environment}` } = props;
  const changes = read.flatMap((part) => filesChanged(join(project, 'out', environment), synthesized, part));
  const files = changes.map(({ file }) => file);
  for (const line of linesOf(files)) progress(line);
  requireNoAccessStays({ environment, leaving: leavingIn(changes), synth: synthCommand });
  return files;
}

export interface WriteProps {
  readonly resolved: Resolved;
  readonly project: string;
  /** What differs. */
  readonly files: readonly FileChange[];
  /** Writes nothing. */
  readonly dryRun: boolean;
  /** The folder of the project's provider lock files. */
  readonly locks: string;
  /** What writes them anew, as it is typed. */
  readonly renew: string;
}

/** Writes what a GitOps controller applies, as `synth` does, where something differs. */
export async function writeForGitOps({
  resolved,
  project,
  files,
  dryRun,
  locks,
  renew,
}: WriteProps): Promise<GitOpsResult> {
  const { name, gitops } = resolved.environment;
  const written = files.length > 0 && !dryRun;
  if (written) await synth(resolved, join(project, 'out'), { locks, renew });
  const appliedBy = gitops ? `${gitops.controller} from ${gitops.repository}` : 'a GitOps controller';
  return { appliedBy, folder: join('out', name), files, written };
}

/** Objects by identity. */
type Objects = ReadonlyMap<string, KubernetesObject>;

interface Changed {
  readonly file: FileChange;
  readonly before: Objects;
  readonly after: Objects;
}

function filesChanged(folder: string, synthesized: string, part: string): Changed[] {
  const paths = new Set([folder, synthesized].flatMap((place) => filesBelow(place, part)));
  return [...paths].sort().flatMap((path): Changed[] => {
    const [had, has] = [folder, synthesized].map((place) => textOf(join(place, path)));
    if (had === has) return [];
    const action = had === undefined ? 'create' : has === undefined ? 'delete' : 'change';
    const [before, after] = [objectsOf(had), objectsOf(has)];
    return [{ file: { path, action, objects: objectsChanged(before, after) }, before, after }];
  });
}

/** What is in no file any more; what moves to another stays. */
function leavingIn(changes: readonly Changed[]): KubernetesObject[] {
  const stays = new Set(changes.flatMap(({ after }) => [...after.keys()]));
  return changes.flatMap(({ before }) =>
    [...before].flatMap(([identity, object]) => (stays.has(identity) ? [] : [object])),
  );
}

function filesBelow(folder: string, part: string): string[] {
  const here = join(folder, part);
  if (!existsSync(here)) return [];
  return readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** A file that somebody broke has no objects: it is replaced. */
const objectsOf = (text = ''): Objects =>
  new Map(
    parseAllDocuments(text)
      .flatMap((document) => (document.errors.length === 0 ? [document.toJS() as KubernetesObject] : []))
      .filter((object) => object?.metadata?.name !== undefined)
      .map((object) => [identityOf(object), object]),
  );

function objectsChanged(before: Objects, after: Objects): FileChange['objects'] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((identity): FileChange['objects'] => {
    const [had, has] = [before.get(identity), after.get(identity)];
    if (!had) return has ? [{ place: placeOf(has), action: 'create', fields: [] }] : [];
    if (!has) return [{ place: placeOf(had), action: 'delete', fields: [] }];
    const fields = fieldsChanged(had, has);
    return fields.length > 0 ? [{ place: placeOf(has), action: 'change', fields }] : [];
  });
}

const actions = ['create', 'change', 'delete'] as const;

const linesOf = (files: readonly FileChange[]): string[] =>
  actions.flatMap((action) =>
    firstOf(
      files
        .filter((file) => file.action === action)
        .map(({ path, objects }) => [
          `  ${signs[action]} ${path}`,
          ...(action === 'change' ? objectLines(objects) : []),
        ]),
      `  ${signs[action]} `,
    ),
  );

const objectLines = (objects: FileChange['objects']): string[] =>
  actions.flatMap((action) =>
    changedLines(
      action,
      objects.filter((object) => object.action === action),
    ),
  );
