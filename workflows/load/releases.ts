import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Origin, type Source } from '../../model/place';
import type { PinnedRelease } from '../../model/promotion';
import { type Release, releaseIdForm, releaseOf } from '../../model/release';
import { readText } from './read-text';
import { linesOf } from './yaml';

/** A release as it lies in `releases/`, with the lines of its file. */
export interface StoredRelease extends PinnedRelease {
  readonly id: string;
  readonly source: Source;
  /** Absent when it is missing, unreadable or changed. */
  readonly platform?: unknown;
}

const releasesFolderOf = (folder: string): string => join(folder, 'releases');
export const releaseFileOf = (folder: string, id: string): string => join(releasesFolderOf(folder), `${id}.json`);

/** Reads a release, and whether it still is what its id says. */
export function readRelease(folder: string, id: string, base: string): StoredRelease {
  const file = releaseFileOf(folder, id);
  const common = {
    id,
    source: linesOf(file, base),
    origin: new Origin({ source: { file: relative(base, file) }, path: [] }),
  };
  if (!existsSync(file)) return { ...common, state: 'missing' };
  const found = parsed(file);
  if (!found) return { ...common, state: 'unreadable' };
  return found.id === id
    ? { ...common, state: 'there', platform: found.platform }
    : { ...common, state: 'changed', actual: found.id };
}

function parsed(file: string): Release | undefined {
  try {
    return releaseOf(JSON.parse(readText(file, 'recorded')));
  } catch {
    return undefined;
  }
}

/** The ids of the releases that are there, sorted. */
export function releaseIds(folder: string): string[] {
  const releases = releasesFolderOf(folder);
  if (!existsSync(releases)) return [];
  const names = readdirSync(releases).map((name) => basename(name, '.json'));
  return names.filter((name) => releaseIdForm.test(name)).sort();
}

/** For people a key a line, as reviewers read it; the id is made from what it says, not from its spaces. */
export const releaseText = ({ platform }: Release): string => `${JSON.stringify(platform, null, 2)}\n`;
