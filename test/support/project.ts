import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { foldersOf } from '../../workflows/folders';

const root = resolve(__dirname, '..', '..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A user's project in a folder of its own, with state of its own; the command runs there as a user runs it. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'kafka-kit-project-'));
  readonly variables: NodeJS.ProcessEnv = {
    ...process.env,
    KAFKA_KIT_STATE: join(this.folder, '..', `${this.folder.split('/').at(-1)}-state`),
    NO_COLOR: '1',
  };

  /** Writes a file of the project; anything but text becomes YAML. */
  write(file: string, contents: unknown): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof contents === 'string' ? contents : stringify(contents));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** `kafka-kit …` in the project's folder. */
  kit(...args: string[]): Ran {
    return this.run(process.execPath, [join(root, 'dist', 'kafka-kit.js'), ...args]);
  }

  /** `kafka-kit …` that runs while the test goes on. */
  start(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ran> } {
    const child = spawn(process.execPath, [join(root, 'dist', 'kafka-kit.js'), ...args], {
      cwd: this.folder,
      env: this.variables,
    });
    const printed = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      printed.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      printed.stderr += chunk;
    });
    const ended = new Promise<Ran>((done) => child.once('close', (code) => done({ code, ...printed })));
    return { child, ended };
  }

  run(command: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}, input?: string): Ran {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      env: { ...this.variables, ...variables },
      encoding: 'utf8',
      input,
      timeout: 600_000,
      maxBuffer: 1 << 26,
    });
    return { code: status, stdout, stderr };
  }

  get folders() {
    return foldersOf(this.folder, this.variables);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    if (this.variables.KAFKA_KIT_STATE) rmSync(this.variables.KAFKA_KIT_STATE, { recursive: true, force: true });
  }
}

/** What a command must do unless a test says otherwise: end with 0. */
export function succeed({ code, stdout, stderr }: Ran): Ran {
  if (code !== 0) throw new Error(`ended with ${code}:\n${stderr}\n${stdout}`);
  return { code, stdout, stderr };
}
