import { readFileSync, statSync } from 'node:fs';

const mebibyte = 1024 * 1024;

/**
 * How much is read of a file that people write: five thousand topics with all their flows are less than a quarter of it,
 * and a YAML parser needs some hundred times what it reads. What the kit writes itself is JSON, and may be longer.
 */
const most = { written: 4 * mebibyte, recorded: 64 * mebibyte } as const;

/** What `path` leads to, links followed; undefined where it leads nowhere, or in a circle. */
export function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Whether there is a file to be read: a pipe or a device would be waited for, or never end. */
export const isFile = (path: string): boolean => statOf(path)?.isFile() ?? false;

/** The text of a file of bounded size. @throws Error that says why it is not read */
export function readText(path: string, kind: keyof typeof most): string {
  const stat = statOf(path);
  if (!stat?.isFile()) throw new Error('it is not a file');
  if (Number(stat.size) > most[kind])
    throw new Error(
      `it has ${Math.ceil(Number(stat.size) / mebibyte)} MiB, and ${most[kind] / mebibyte} are read at most`,
    );
  return readFileSync(path, 'utf8');
}
