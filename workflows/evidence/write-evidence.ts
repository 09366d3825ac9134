import { lstatSync, readFileSync } from 'node:fs';
import { exitCode, Failure } from '../failure';
import { writeWhole } from '../load/write-whole';

/** Writes a report to a new file, or over an older report: nothing else is written over. @throws Failure */
export function writeEvidence(file: string, text: string): void {
  const isThere = whatIsAt(file);
  if (isThere)
    throw new Failure(`--out: '${file}' ${isThere}`, {
      fix: 'name a file that is not there yet',
      exit: exitCode.usage,
    });
  writeWhole(file, text);
}

/** Why a report cannot be written there; nothing: it can. */
function whatIsAt(file: string): string | undefined {
  if (file === '') return 'is no name of a file';
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (found.isDirectory()) return 'is a folder';
  // A link, a device or a pipe would be replaced, or never end.
  if (!found.isFile()) return 'is no regular file';
  return found.size === 0 || isEvidence(readFileSync(file, 'utf8')) ? undefined : 'holds something else than evidence';
}

const isEvidence = (text: string): boolean => text.startsWith('# Evidence: ') || isToldAsJson(text);

function isToldAsJson(text: string): boolean {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null && 'attention' in told && 'notProven' in told;
  } catch {
    return false;
  }
}
