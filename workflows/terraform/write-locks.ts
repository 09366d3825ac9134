import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../failure';
import type { TerraformBinary } from './binary';
import { lockFileName, lockNameOf, type RequiredProvider } from './lock-file';

export interface WriteLocksOptions {
  readonly binary: TerraformBinary;
  /** The environment that Terraform inherits. */
  readonly variables: NodeJS.ProcessEnv;
  /** The folder of the project's lock files. */
  readonly locks: string;
  /** Each `linux_amd64`, `darwin_arm64`…: whoever applies from elsewhere is refused. */
  readonly platforms: readonly string[];
  /** A folder that providers come from. Default: the registry. */
  readonly mirror?: string;
}

export interface WrittenLock {
  readonly file: string;
  readonly changed: boolean;
}

/**
 * Writes the lock file of each set of providers with the checksums of each platform, as their registry signs them, or as
 * a mirror has them. Of a version that is locked already checksums are only added: whoever commits sees which.
 */
export async function writeLocks(
  sets: readonly (readonly RequiredProvider[])[],
  options: WriteLocksOptions,
): Promise<readonly WrittenLock[]> {
  const byName = new Map(sets.filter((set) => set.length > 0).map((set) => [lockNameOf(set), set]));
  const written: WrittenLock[] = [];
  for (const [name, set] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1)))
    written.push(await writeLock(join(options.locks, name), set, options));
  return written;
}

async function writeLock(
  file: string,
  providers: readonly RequiredProvider[],
  { binary, variables, platforms, mirror }: WriteLocksOptions,
): Promise<WrittenLock> {
  const folder = await mkdtemp(join(tmpdir(), 'kafka-kit-lock-'));
  try {
    const required = Object.fromEntries(providers.map(({ name, source, version }) => [name, { source, version }]));
    await writeFile(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform: { required_providers: required } }));
    const lock = join(folder, lockFileName);
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before !== undefined) await copyFile(file, lock);
    const args = [
      ...['providers', 'lock', '-no-color'],
      ...platforms.map((platform) => `-platform=${platform}`),
      ...(mirror === undefined ? [] : [`-fs-mirror=${mirror}`]),
    ];
    await run(binary.command, args, { folder, variables, file });
    const text = await readFile(lock, 'utf8');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return { file, changed: text !== before };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly folder: string;
  readonly variables: NodeJS.ProcessEnv;
  readonly file: string;
}

async function run(command: string, args: readonly string[], { folder, variables, file }: Run): Promise<void> {
  try {
    await promisify(execFile)(command, args, { cwd: folder, env: { ...variables, CHECKPOINT_DISABLE: '1' } });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Failure(`${file} could not be written`, {
      why: stderr.trim().split('\n').filter(Boolean),
      fix: 'let this machine reach the registry, or name a folder of providers with --mirror and its platforms with --platform',
    });
  }
}
