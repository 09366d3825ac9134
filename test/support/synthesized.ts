import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { objectsOf as rendered } from '../../workflows/synth/kubernetes-unit';
import { synth } from '../../workflows/synth/synth';
import { type Manifest, objectsIn } from './manifests';

export interface Synthesized {
  /** The environment's folder. */
  readonly folder: string;
  /** Each file that holds objects, with its text, sorted by path. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly objects: readonly Manifest[];
  /** Those of some of its files. */
  objectsIn(files: Synthesized['files']): readonly Manifest[];
}

/** Kustomize reads it, no API server does. */
const isIndex = ({ apiVersion }: Manifest) => apiVersion.startsWith('kustomize.config.k8s.io/');

/** Many files of a matrix are the same, byte by byte: each is read once. */
const read = new Map<string, readonly Manifest[]>();

/** Everything that an environment gives to Kubernetes, as it is written. */
export async function synthesized(resolved: Resolved, out: string): Promise<Synthesized> {
  const { folder, units } = await synth(resolved, out);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
    .filter(({ text }) => !objectsOf(text).some(isIndex));
  const inFiles = (some: Synthesized['files']) => some.flatMap(({ text }) => objectsOf(text));
  const [made, written] = [
    rendered(units).length,
    inFiles(files.filter(({ path }) => path.startsWith('kubernetes/'))).length,
  ];
  if (made !== written) throw new Error(`${made} objects were made, and ${written} are in files`);
  return { folder, files, objects: inFiles(files), objectsIn: inFiles };
}

function objectsOf(text: string): readonly Manifest[] {
  const known = read.get(text);
  if (known) return known;
  const objects = objectsIn(text);
  read.set(text, objects);
  return objects;
}
