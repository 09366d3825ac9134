import { linkSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A folder that is written to replace another one. A file that says what it said before is taken over itself, by a
 * link: its time stays, and file systems are slow to give thousands of new files a place while as many old ones go.
 */
export class OutputFolder {
  private readonly made = new Set<string>();

  constructor(
    readonly path: string,
    private readonly former: string,
  ) {}

  /** Writes a file, by its path below the folder, and the folders that lead to it. */
  write(path: string, text: string): void {
    const file = join(this.path, path);
    this.makeFolder(dirname(file));
    if (!this.takeOver(path, text)) writeFileSync(file, text);
  }

  private makeFolder(folder: string): void {
    if (this.made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.made.add(folder);
  }

  private takeOver(path: string, text: string): boolean {
    const former = join(this.former, path);
    try {
      const found = lstatSync(former, { throwIfNoEntry: false });
      if (!found?.isFile() || found.size !== Buffer.byteLength(text)) return false;
      if (readFileSync(former, 'utf8') !== text) return false;
      linkSync(former, join(this.path, path));
      return true;
    } catch {
      // Not every file system has links, and not every file may be read: it is written.
      return false;
    }
  }
}
