import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Process ids are one machine's: a container that shares the folder has its own. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** `.kafka-kit-prod-1a2b3c4d-4711-1795000000000`: a folder that is written to take the place of `prod`, by which process. */
export const nameBeside = (folder: string): string =>
  join(dirname(folder), `${prefixOf(folder)}${machine}-${process.pid}-${Date.now()}`);

/** The former output, while the new one takes its place. */
export const oldOf = (beside: string): string => `${beside}-old`;

const prefixOf = (folder: string) => `.kafka-kit-${basename(folder)}-`;

/**
 * Ends what a synth of this folder began that was killed: the former output takes its place again where it was on its
 * way, and what is left beside goes.
 */
export function settleBeside(folder: string): void {
  const parent = dirname(folder);
  const left = namesIn(parent).filter((name) => isLeft(name, prefixOf(folder)));
  const old = left.find((name) => name.endsWith('-old'));
  try {
    if (old !== undefined && !existsSync(folder)) renameSync(join(parent, old), folder);
    for (const name of left) rmSync(join(parent, name), { recursive: true, force: true });
  } catch {
    // Another synth does the same just now, or nobody may: then it stays.
  }
}

function isLeft(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false;
  const [, host, pid] = /^([0-9a-f]{8})-(\d+)-\d+(-old)?$/.exec(name.slice(prefix.length)) ?? [];
  return host === machine && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It is none yet, or none that may be read: whoever writes there says so.
    return [];
  }
}
