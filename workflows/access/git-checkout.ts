import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCode, Failure } from '../failure';

/** What a repository held at a revision, in a folder that is gone afterwards. */
export interface Checkout {
  /** Where the folder of the command is in it. */
  readonly folder: string;
  /** The day on which it was committed: `2026-12-31`. */
  readonly day: string;
}

/**
 * Lets `use` read a revision. The working tree, its index and its branches stay as they are: files go to a temporary
 * folder, by an index of its own. @throws Failure (exit 2) where git knows no such revision.
 */
export function withCheckout<Result>(folder: string, revision: string, use: (checkout: Checkout) => Result): Result {
  const commit = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (commit === undefined)
    throw new Failure(`'${revision}' is no file, no folder and no revision that git knows here`, {
      why: refusalOf(folder),
      fix: 'use a branch, a commit, a folder with a checkout, or a file that access --format json wrote',
      exit: exitCode.usage,
    });
  const top = git(folder, ['rev-parse', '--show-toplevel']) ?? folder;
  const prefix = git(folder, ['rev-parse', '--show-prefix']) ?? '';
  const temporary = mkdtempSync(join(tmpdir(), 'kafka-kit-access-'));
  try {
    const files = join(temporary, 'files');
    const env = { GIT_INDEX_FILE: join(temporary, 'index') };
    const read = git(top, ['read-tree', commit], env);
    const written = git(top, ['checkout-index', '--all', '--quiet', `--prefix=${files}/`], env);
    if (read === undefined || written === undefined || !existsSync(join(files, prefix)))
      throw new Failure(`the files of '${revision}' cannot be read`, {
        fix: 'name a folder with a checkout of it',
        exit: exitCode.usage,
      });
    // Packages are not committed; those of now serve.
    for (const [from, to] of [[top, files] as const, [folder, join(files, prefix)] as const])
      if (existsSync(join(from, 'node_modules')) && !existsSync(join(to, 'node_modules')))
        symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
    return use({
      folder: join(files, prefix),
      day: git(top, ['show', '--no-patch', '--format=%cs', commit]) ?? '',
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Why git does not work in a folder at all; nothing where it does. */
function refusalOf(folder: string): string[] {
  const { status, stderr, error } = spawnSync('git', ['-C', folder, 'rev-parse', '--git-dir'], { encoding: 'utf8' });
  const said = error ? 'git is not installed' : (stderr.trim().split('\n')[0] ?? '');
  return status === 0 || said === '' ? [] : [said];
}

/** What git prints; nothing where it fails, or is not there. */
function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.trim() : undefined;
}
