import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure';

/** Writes a committed file whole, or leaves it as it was; nothing is written where nothing changes. @throws Failure */
export function writeWhole(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${(error as Error).message}`, {
      fix: 'make its folder writable and run the same command again',
    });
  }
}
