import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure';

/** Writes a committed file whole, or leaves it as it was; nothing is written where nothing changes. @throws Failure */
export const writeWhole = (file: string, text: string): void => writeAllWhole([[file, text]]);

/**
 * The same with several: none takes the place of its file before all could be written beside them. Cut off in
 * between, the first ones are there: the order is that in which each may be there without the next. @throws Failure
 */
export function writeAllWhole(files: readonly (readonly [file: string, text: string])[]): void {
  const staged: string[] = [];
  let current = '';
  try {
    const changed = files.filter(([file, text]) => {
      current = file;
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    for (const [file, text] of changed) {
      current = file;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, text);
      staged.push(`${file}.new`);
    }
    for (const [file] of changed) {
      current = file;
      renameSync(`${file}.new`, file);
    }
  } catch (error) {
    for (const file of staged) rmSync(file, { force: true });
    throw new Failure(`${current} cannot be written: ${(error as Error).message}`, {
      fix: 'make its folder writable and run the same command again',
    });
  }
}
