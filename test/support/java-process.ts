import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterConnection } from '../../workflows/local/spec';

export interface JavaProcessProps {
  readonly connection: ClusterConnection;
  /** Where the log goes: a file of the main class's name. */
  readonly folder: string;
  readonly main: string;
  readonly args: readonly string[];
  /** Of the JVM. Default: none. */
  readonly options?: readonly string[];
}

/** One of Kafka's own programs that runs while a test goes on. */
export class JavaProcess {
  private readonly process: ChildProcess;
  private readonly log: string;

  constructor({ connection, folder, main, args, options = [] }: JavaProcessProps) {
    this.log = join(folder, `${main.split('.').at(-1)}.log`);
    const jvm = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...options];
    this.process = spawn(connection.java, [...jvm, '-cp', join(connection.jars, '*'), main, ...args]);
    const log = createWriteStream(this.log);
    this.process.stdout?.pipe(log);
    this.process.stderr?.pipe(log);
  }

  /** A line to its standard input. */
  say(line: string): void {
    this.process.stdin?.write(`${line}\n`);
  }

  /** The end of what it printed. */
  get lastWords(): string {
    return readFileSync(this.log, 'utf8').slice(-3_000);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('close', resolve));
    this.process.kill('SIGTERM');
    const late = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }
}
