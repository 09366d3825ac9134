import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../failure';
import { OutputFolder } from './output-folder';

/** Lets `write` fill a folder beside the named one, and puts it in its place: the old one is replaced whole, or stays. */
export async function replaceFolder<Result>(
  folder: string,
  write: (beside: OutputFolder) => Promise<Result>,
): Promise<Result> {
  const beside = madeBeside(folder);
  try {
    const result = await write(new OutputFolder(beside, folder));
    swap(beside, folder);
    return result;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function madeBeside(folder: string): string {
  try {
    makeFolder(dirname(folder));
    const beside = join(dirname(folder), `.kafka-kit-${process.pid}-${Date.now()}`);
    // Not `mkdtemp`: what is written is public, and its folder would be private.
    mkdirSync(beside);
    return beside;
  } catch (error) {
    throw new Failure(`${dirname(folder)} cannot be written: ${(error as Error).message}`, {
      fix: 'name another folder with --out',
    });
  }
}

/** Step by step: Node's own `recursive` never ends where a file system makes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it just now.
    if (!existsSync(folder)) throw error;
  }
}

/** Two renames: the old output is there until the new one is, and comes back when the second fails. */
function swap(beside: string, folder: string): void {
  const old = `${beside}-old`;
  // A file of that name is nobody's output: it stays, and the second rename says so.
  const had = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  try {
    if (had) renameSync(folder, old);
    renameSync(beside, folder);
  } catch (error) {
    if (existsSync(old)) renameSync(old, folder);
    throw new Failure(`${folder} cannot be replaced: ${(error as Error).message}`, {
      fix: 'remove what is there, or name another folder with --out',
    });
  }
  rmSync(old, { recursive: true, force: true });
}
