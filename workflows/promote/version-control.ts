import { spawnSync } from 'node:child_process';
import { basename, dirname, join, relative } from 'node:path';
import type { Pins } from '../../model/pins';

/** What git prints, or nothing where it has nothing to say: no repository, no git, no such file. */
function git(folder: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

export const isVersioned = (folder: string): boolean =>
  git(folder, 'rev-parse', '--is-inside-work-tree')?.trim() === 'true';

/** What the kit writes itself, and what describes nothing. */
const noDescription = /(^|\/)(pins\.json|(releases|inventory)\/[^/]*|[^/]*\.md)(\.new)?$/;

/** Descriptions below a folder that differ from what is committed, relative to where the command runs. */
export function uncommittedDescriptions(descriptions: string, base: string): readonly string[] {
  // Paths are told from the top of the repository.
  const top = git(descriptions, 'rev-parse', '--show-toplevel')?.trim() ?? descriptions;
  const listed =
    git(descriptions, 'status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.') ?? '';
  return listed
    .split('\0')
    .map((entry) => entry.slice(3))
    .filter((path) => path !== '' && !noDescription.test(path))
    .map((path) => relative(base, join(top, path)));
}

/** The pins as they were last committed; none when they never were, or cannot be read. */
export function committedPins(pinsFile: string): Pins {
  const text = git(dirname(pinsFile), 'show', `HEAD:./${basename(pinsFile)}`);
  try {
    return text === undefined ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}
