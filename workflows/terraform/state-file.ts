import { existsSync, rmSync, statSync } from 'node:fs';
import { Failure } from '../failure';
import { textOf, writeDurably, writeInPlace } from './durable-file';

/** How long a state may be half-written before nobody can be writing it, in milliseconds. */
const patience = 5_000;

/**
 * A stack's state in a file of this machine. Terraform empties the file and then writes it: one that is killed in
 * between leaves an empty or half-written state. So a copy stands beside it while an apply runs, and goes in its place
 * when that apply was killed; what it had created since, the journal knows.
 */
export class StateFile {
  private readonly copy: string;

  constructor(private readonly file: string) {
    this.copy = `${file}.before`;
  }

  /** Its text: of one that was cut off, the copy's; of one that nothing can put right, its own. None where there is no state. */
  read(): string | undefined {
    if (!this.isBroken()) return textOf(this.file) || undefined;
    const before = textOf(this.copy);
    return before === undefined ? textOf(this.file) : before || undefined;
  }

  /** Before an apply. The copy is on the disk when this returns; where there is no state, it is empty. */
  keep(): void {
    writeDurably(this.copy, textOf(this.file) ?? '');
  }

  /** When no apply runs: a state that is whole needs no copy. */
  settle(): void {
    if (!this.isBroken()) rmSync(this.copy, { force: true });
  }

  /** Puts the copy back where an apply was killed while it wrote. Returns whether it did. */
  async restore(): Promise<boolean> {
    const before = textOf(this.copy);
    if (before === undefined || !(await this.staysBroken())) return false;
    const cutOff = textOf(this.file);
    if (cutOff) writeDurably(`${this.file}.broken`, cutOff);
    if (before === '') rmSync(this.file, { force: true });
    else writeInPlace(this.file, before); // A lock of Terraform's is on the file, not on its name.
    return true;
  }

  /** @throws Failure when it is broken and there is no copy to restore it from */
  async refuseBroken(): Promise<void> {
    if (await this.staysBroken()) throw noState(this.file);
  }

  private isBroken(): boolean {
    const text = textOf(this.file);
    if (text === undefined || isWhole(text)) return false;
    if (text !== '') return true;
    // Terraform makes an empty file when it takes the lock; where there was a state before, it was emptied.
    const before = textOf(this.copy);
    return before === undefined ? existsSync(`${this.file}.backup`) : before !== '';
  }

  /** Terraform outlives a deploy that is killed alone, and may be writing just now. */
  private async staysBroken(): Promise<boolean> {
    const deadline = Date.now() + patience;
    for (; this.isBroken(); await new Promise((done) => setTimeout(done, 50))) {
      const written = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() > Math.min(deadline, written + patience)) return true;
    }
    return false;
  }
}

export const noState = (file: string): Failure =>
  new Failure(`${file} is no Terraform state`, { fix: 'restore it from its backup beside it' });

function isWhole(text: string): boolean {
  try {
    return JSON.parse(text) !== null;
  } catch {
    return false;
  }
}
