import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  /** When that process started, in ticks since boot; tells a reused process id apart. Empty where `/proc` is missing. */
  readonly started: string;
  /** ISO time at which the lock was taken. */
  readonly since: string;
  readonly id: string;
}

/** A lock taken: call `release` once. */
export interface ProcessLock {
  release(): void;
}

/**
 * Field 22 of `/proc/<pid>/stat`; the name in field 2 may hold blanks, so count from its closing parenthesis. A process
 * that has ended keeps its number until its parent asks for its end, which not every container's first process does.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === started;
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Makes the file with its content in one step, or says that it is there. */
function create(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.id}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Failure(`the lock ${file} cannot be written`, {
      why: [(error as Error).message],
      fix: `let whoever runs this write to ${dirname(file)}`,
    });
  }
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead process's lock away; puts back what turns out to be somebody else's fresh one. */
function removeStale(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Somebody else was quicker.
  }
  try {
    if (holderOf(aside)?.id !== dead?.id) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Takes the lock, or returns who has it. A lock whose process is gone is taken over.
 * The folder is made with mode 700.
 */
export function takeLock(file: string): ProcessLock | Holder {
  const me: Holder = {
    pid: process.pid,
    started: startOf(process.pid),
    since: new Date().toISOString(),
    id: randomUUID(),
  };
  for (;;) {
    if (create(file, me)) {
      return {
        release: () => {
          if (holderOf(file)?.id === me.id) rmSync(file, { force: true });
        },
      };
    }
    const holder = holderOf(file);
    if (holder && isAlive(holder)) return holder;
    removeStale(file, holder);
  }
}

/** Takes the lock, waiting for whoever has it; `onWait` is told once. */
export async function waitForLock(file: string, onWait: (holder: Holder) => void): Promise<ProcessLock> {
  for (let first = true; ; first = false) {
    const lock = takeLock(file);
    if ('release' in lock) return lock;
    if (first) onWait(lock);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
