import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPrivate, type Leak, LeakHunter } from './leak-hunter';
import type { Planted } from './planted-secrets';
import type { Project, Ran } from './project';

/** What must hold secrets: the credentials that were made or kept on this machine. */
const keepers = /\/(secrets|clients|admin|certificates)\/|\/deploy\.env$/;

/** Commands of a project, whose output is kept beside what they write, and a hunt through all of it. */
export class LeakHunt {
  readonly searched: readonly string[];
  readonly hunter: LeakHunter;
  readonly ran: string[] = [];
  /** What commands print, a file each. */
  private readonly printed: string;

  /** @param outside Where the patterns are kept, outside of what is searched. */
  constructor(
    private readonly project: Project,
    secrets: readonly Planted[],
    outside: string,
  ) {
    this.searched = [project.folder, String(project.variables.KAFKA_KIT_STATE)];
    this.hunter = new LeakHunter(secrets, outside);
    this.printed = join(project.folder, 'printed');
    mkdirSync(this.printed);
  }

  /** A command whose output is kept beside what it writes. */
  readonly run = (...args: string[]): Ran => {
    const result = this.project.kit(...args);
    this.keep(args.join(' '), result);
    return result;
  };

  readonly keep = (command: string, { stdout, stderr }: Ran): void => {
    this.ran.push(command);
    writeFileSync(join(this.printed, `${this.ran.length}.txt`), `${stdout}\n${stderr}\n`);
  };

  /** A command that ends with what it should. */
  readonly ends = (code: number, ...args: string[]): Ran => {
    const result = this.run(...args);
    if (result.code !== code) throw new Error(`${args.join(' ')} ended with ${result.code}:\n${result.stderr}`);
    return result;
  };

  readonly leaks = (): readonly Leak[] =>
    this.hunter.hunt(this.searched).filter(({ file }) => !keepers.test(file) || !isPrivate(file));

  /** How many bytes were searched. */
  get size(): number {
    return this.searched
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .reduce(
        (sum, { parentPath, name }) => sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
        0,
      );
  }
}
