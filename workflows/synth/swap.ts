import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure';
import { FormerOutput, writeList } from './former-output';
import { nameBeside, oldOf, settleBeside } from './left-beside';
import { OutputFolder } from './output-folder';

/**
 * Lets `write` fill a folder beside the named one, and puts it in its place: the old one is replaced whole, or stays.
 * What Terraform left in the old one comes along. @throws Failure (exit 2) when it has what no synth wrote
 */
export async function replaceFolder<Result>(
  folder: string,
  write: (beside: OutputFolder) => Promise<Result>,
): Promise<Result> {
  settleBeside(folder);
  const former = FormerOutput.in(folder);
  const { beside, made } = madeBeside(folder);
  try {
    const output = new OutputFolder(beside, folder);
    const result = await write(output);
    writeList(output);
    former.comeAlong(beside);
    swap(beside, folder);
    return result;
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    for (const empty of made) removeEmpty(empty);
    throw error;
  }
}

/** The folder beside it, and those that had to be made to get there, the deepest first. */
function madeBeside(folder: string): { readonly beside: string; readonly made: readonly string[] } {
  const made: string[] = [];
  try {
    makeFolder(dirname(folder), made);
    const beside = nameBeside(folder);
    // Not `mkdtemp`: what is written is public, and its folder would be private.
    mkdirSync(beside);
    return { beside, made };
  } catch (error) {
    throw new Failure(`${dirname(folder)} cannot be written: ${(error as Error).message}`, {
      fix: 'name another folder with --out',
    });
  }
}

/** Step by step: Node's own `recursive` never ends where a file system makes no folders, as in /proc. */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), made);
  try {
    mkdirSync(folder);
    made.unshift(folder);
  } catch (error) {
    // Somebody else may have made it just now.
    if (!existsSync(folder)) throw error;
  }
}

/** Somebody else may write there meanwhile. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty.
  }
}

/** Two renames: the old output is there until the new one is, and comes back when the second fails. */
function swap(beside: string, folder: string): void {
  const old = oldOf(beside);
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
