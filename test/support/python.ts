import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { foldersOf } from '../../workflows/folders';

const tools = resolve(__dirname, '..', '..', 'scripts', 'tools');

/** What `pip` does with the packages that `scripts/tools/<name>/requirements.txt` pins. */
export type Pip = (requirements: string, folder: string) => void;

/** Python's own commands, with pip: without them nothing of PyPI is to be had. */
export const python = ['python3', 'python'].find(
  (command) => spawnSync(command, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0,
);

/** The folder of the cache in which what is pinned lies already, or would. */
export function pinnedFolder(name: string): string {
  const pins = readFileSync(join(tools, name, 'requirements.txt'));
  const digest = createHash('sha256').update(pins).digest('hex').slice(0, 12);
  return join(foldersOf(resolve(tools, '..', '..'), process.env).cache, `${name}-${digest}`);
}

/** Whether it lies there, or can come: else whatever needs it is skipped. */
export const obtainable = (name: string): boolean => existsSync(pinnedFolder(name)) || python !== undefined;

/** Where pinned packages are: got once, whole or not at all. @throws Error with what pip says */
export function fromPyPI(name: string, pip: Pip): string {
  const folder = pinnedFolder(name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    pip(join(tools, name, 'requirements.txt'), unfinished);
    if (!existsSync(folder)) renameSync(unfinished, folder);
    return folder;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** @throws Error with what the command printed */
export function run(command: string, options: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${error ?? ''}${stdout}${stderr}`);
  return stdout;
}

const wheels = new Map<string, Buffer>();

/** The one wheel that is pinned, read and never installed: what it stands on does not come with it. */
export function wheelOf(name: string): Buffer {
  const known = wheels.get(name);
  if (known) return known;
  const options = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--require-hashes'];
  const folder = fromPyPI(name, (requirements, target) =>
    run(python ?? 'python3', [...options, '-r', requirements, '-d', target]),
  );
  const wheel = readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith('.whl')) ?? ''));
  wheels.set(name, wheel);
  return wheel;
}
