import { formatPath, type Key } from '../../model/place';
import { byPlace, type Problem } from '../../model/problem';
import { isRecord } from '../value';
import { type FoundObject, manifestFiles, readManifests, type Unreadable } from './manifests';
import {
  type Change,
  changes,
  goneKinds,
  type ImportCode,
  ignoredAnnotations,
  kinds,
  type StrimziKind,
} from './strimzi-v1';

/** What manifests of Strimzi need before 1.0 reads them. */
export interface StrimziCheck {
  readonly problems: readonly Problem[];
  /** Files that were read. */
  readonly files: number;
  /** Objects of Strimzi that were judged. */
  readonly objects: number;
  /** Whether a file, or a document of it, could not be read. */
  readonly incomplete: boolean;
}

/** @param name how a file is called in what is told */
export function checkStrimzi(sources: readonly string[], name: (file: string) => string): StrimziCheck {
  const files = manifestFiles(sources);
  const read = files.map((file) => readManifests(file, { name: name(file.path), mentioning: 'strimzi.io' }));
  const objects = read.flatMap((manifests) => manifests.objects).filter(isStrimzi);
  const unreadable = read.flatMap((manifests) => manifests.unreadable);
  return {
    problems: [...unreadable.map(unread), ...objects.flatMap((object) => [...problemsOf(object)])].sort(byPlace),
    files: files.length,
    objects: objects.length,
    incomplete: unreadable.length > 0,
  };
}

const unread = ({ file, why, fix }: Unreadable): Problem => ({
  code: 'KFK-V001',
  severity: 'error',
  file,
  path: '',
  problem: why,
  fix,
});

const groups = /^(kafka|core)\.strimzi\.io\//;

const isStrimzi = ({ value }: FoundObject): boolean => groups.test(String(value.apiVersion));

/** StrimziPodSets are the operator's own: nobody writes them. */
const isKind = (kind: string): kind is StrimziKind => Object.hasOwn(kinds, kind);

function* problemsOf(object: FoundObject): Iterable<Problem> {
  const { apiVersion, kind, metadata, spec } = object.value;
  const name = isRecord(metadata) ? metadata.name : undefined;
  const about = `${typeof kind === 'string' ? kind : '?'}/${String(name ?? '?')}`;
  const tell = (code: ImportCode, path: readonly Key[], problem: string, fix: string): Problem => ({
    code,
    severity: code === 'KFK-V008' || code === 'KFK-V009' ? 'warning' : 'error',
    file: object.place(path),
    path: [about, formatPath(path)].filter(Boolean).join(' '),
    problem,
    fix,
  });

  if (typeof kind === 'string' && Object.hasOwn(goneKinds, kind)) {
    yield tell('KFK-V003', ['kind'], `Strimzi has no ${kind}`, goneKinds[kind as keyof typeof goneKinds]);
    return;
  }
  if (typeof kind !== 'string' || !isKind(kind)) {
    if (String(apiVersion).startsWith('kafka.'))
      yield tell(
        'KFK-V003',
        ['kind'],
        typeof kind === 'string'
          ? `Strimzi has no ${kind}`
          : kind === undefined
            ? 'it has no kind'
            : 'its kind is no text',
        `use one of: ${Object.keys(kinds).join(', ')}`,
      );
    return;
  }
  if (apiVersion !== 'kafka.strimzi.io/v1')
    yield tell(
      'KFK-V002',
      ['apiVersion'],
      /\/v1(alpha|beta)\d$/.test(String(apiVersion))
        ? `${String(apiVersion)} is served no longer`
        : `Strimzi has no ${String(apiVersion)}`,
      'write kafka.strimzi.io/v1, once the rest is as v1 wants it',
    );
  if (typeof name !== 'string')
    yield tell('KFK-V004', ['metadata'], 'it has no metadata.name', 'write metadata: { name }');
  if (!isRecord(spec)) {
    yield tell('KFK-V004', ['spec'], `every ${kind} needs a spec`, 'write spec: {} or what it should be');
    return;
  }
  for (const [annotation, fix] of Object.entries(ignoredAnnotations))
    if (isRecord(metadata) && isRecord(metadata.annotations) && Object.hasOwn(metadata.annotations, annotation))
      yield tell('KFK-V008', ['metadata', 'annotations', annotation], `${annotation} is ignored`, fix);
  for (const [field, fix] of Object.entries(kinds[kind]))
    if (spec[field] === undefined || spec[field] === null)
      yield tell('KFK-V004', ['spec', field], `v1 needs spec.${field}`, fix);
  for (const change of changes[kind])
    for (const { path, value } of valuesAt(spec, keysOf(change.path)))
      if (applies(change, value)) yield tell(change.code, ['spec', ...path], problemOf(change, value), change.fix);
}

const applies = ({ when }: Change, value: unknown): boolean => {
  if (value === undefined || value === null) return false;
  if (when === 'mapping') return isRecord(value);
  return when === undefined || when.includes(String(value));
};

const problemOf = ({ code, path, when }: Change, value: unknown): string => {
  const field = keysOf(path).at(-1);
  if (code === 'KFK-V006') return when === 'mapping' ? `${field} is a list` : `${field} is not here`;
  return `there is no ${Array.isArray(when) ? `${field} ${String(value)}` : field} ${code === 'KFK-V009' ? 'for long' : 'any more'}`;
};

interface Found {
  readonly path: readonly Key[];
  readonly value: unknown;
}

/** What is at a path; below `*` there is one for each element. */
function valuesAt(value: unknown, [key, ...rest]: readonly string[], path: readonly Key[] = []): Found[] {
  if (key === undefined) return [{ path, value }];
  if (key === '*')
    return Array.isArray(value) ? value.flatMap((item, index) => valuesAt(item, rest, [...path, index])) : [];
  return isRecord(value) && Object.hasOwn(value, key) ? valuesAt(value[key], rest, [...path, key]) : [];
}

/** `config['group.id']` has two keys. */
const keysOf = (path: string): string[] =>
  [...path.matchAll(/\['([^']+)'\]|([^.[\]]+)/g)].map(([, bracketed, plain]) => bracketed ?? plain ?? '');
