import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writePrivately } from '../secrets/private-file';
import type { ClusterFolder } from './cluster-folder';
import { kafkaSources } from './distribution';

/** Milliseconds until a broker that was asked to end is ended. */
export const stopWithin = 10_000;

export interface NodeLaunch {
  readonly java: string;
  /** Of the JVM, beside the kit's own. Default: none. */
  readonly options?: readonly string[];
  /** Folders and wildcards of jars. */
  readonly classPath: string;
  /** `KafkaNode` and what it is told. */
  readonly main: readonly string[];
}

interface Recorded {
  readonly pid: number;
  /** ISO time. */
  readonly since: string;
}

/** Small heap, quick start, no files in /tmp; a broker that ran out of memory ends instead of limping. */
const javaOptions = [
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:-UsePerfData',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
  `-Dlog4j2.configurationFile=${join(kafkaSources, 'log4j2.properties')}`,
];

/** The operating system's process of one node. It outlives the command that starts it. */
export class NodeProcess {
  private readonly files: ReturnType<ClusterFolder['node']>;
  /** Where Kafka's log ended before this start. */
  private logStart = 0;

  constructor(
    cluster: ClusterFolder,
    readonly id: number,
  ) {
    this.files = cluster.node(id);
  }

  /** The process, as long as it runs. A recorded id that now is another program's does not count. */
  get running(): Recorded | undefined {
    const recorded = this.recorded;
    return recorded && commandOf(recorded.pid).includes(this.files.properties) ? recorded : undefined;
  }

  start({ java, options = [], classPath, main }: NodeLaunch): void {
    const { root, data, logs, output, temporary } = this.files;
    for (const folder of [data, logs, temporary]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const printed = openSync(output, 'w', 0o600);
    const own = [`-Djava.io.tmpdir=${temporary}`, `-Dkit.logs=${logs}`];
    this.logStart = statSync(this.files.serverLog, { throwIfNoEntry: false })?.size ?? 0;
    const child = spawn(java, [...javaOptions, ...own, ...options, '-cp', classPath, ...main], {
      cwd: root,
      detached: true,
      // Without a locale, Java cannot open a path with letters beyond ASCII.
      env: { LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', printed, printed],
    });
    closeSync(printed);
    child.once('error', () => undefined); // `running` tells
    child.unref();
    if (child.pid) this.record({ pid: child.pid, since: new Date().toISOString() });
  }

  /**
   * SIGTERM; SIGKILL after the grace, or as soon as the broker has closed its logs: what is left then is a controller that
   * waits 5 seconds for a majority which has been stopped as well. Returns when the process is gone.
   */
  async stop(graceMilliseconds: number): Promise<void> {
    const { running } = this;
    if (running) {
      kill(running.pid, 'SIGTERM');
      await this.until(() => existsSync(this.files.closed), graceMilliseconds);
      await this.until(() => false, 500);
      if (this.running) kill(running.pid, 'SIGKILL');
      await this.until(() => false, 5_000);
    }
    rmSync(this.files.process, { force: true });
    rmSync(this.files.temporary, { recursive: true, force: true });
  }

  /** What Kafka, then the JVM said last since the start, without the frames of stack traces. */
  get lastWords(): string[] {
    const lines = [
      ...linesOf(this.files.serverLog, this.logStart).slice(-60),
      ...linesOf(this.files.output, 0).slice(-20),
    ];
    return lines.filter((line) => line.trim() && !/^\s+(at |\.\.\. \d+ more)/.test(line)).slice(-12);
  }

  /** Waits until the process is gone or the condition holds, but not longer. */
  private async until(condition: () => boolean, milliseconds: number): Promise<void> {
    const end = Date.now() + milliseconds;
    while (this.running && !condition() && Date.now() < end) await sleep(50);
  }

  private get recorded(): Recorded | undefined {
    try {
      return JSON.parse(readFileSync(this.files.process, 'utf8'));
    } catch {
      return undefined;
    }
  }

  private record(recorded: Recorded): void {
    writePrivately(this.files.process, `${JSON.stringify(recorded)}\n`);
  }
}

/** A process's command line; empty when there is none, or it has ended and nobody has asked how. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime.
  }
}

/** The lines of a file from a position on; all of them, when it has become shorter since: a new one was begun. */
function linesOf(file: string, from: number): string[] {
  try {
    const bytes = readFileSync(file);
    return bytes.toString('utf8', from <= bytes.length ? from : 0).split('\n');
  } catch {
    return [];
  }
}
