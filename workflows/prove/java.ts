import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Failure } from '../failure';

/** A JDK of at least 17, Kafka's jars, and where compiled classes may stay. */
export interface JavaTools {
  /** The `java` binary; `javac` stands beside it. */
  readonly java: string;
  /** A folder with Kafka's jars and what they need. */
  readonly jars: string;
  /** Classes are compiled once for each state of sources and jars, into a folder below this one. */
  readonly cache: string;
}

/** Small heaps and a quick start: several of these run beside three brokers. A client's errors are printed, no more. */
const javaOptions = [
  '-Xmx128m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dfile.encoding=UTF-8',
  '-Dlog4j2.level=ERROR',
];

/** Compiles the Java sources, unless these very sources were compiled with these jars before; returns the classes' folder. */
export async function compileJava(sources: readonly string[], tools: JavaTools): Promise<string> {
  const digest = createHash('sha256').update((await readdir(tools.jars)).sort().join('\n'));
  for (const source of sources) digest.update(basename(source)).update(await readFile(source));
  const classes = join(tools.cache, 'classes', digest.digest('hex').slice(0, 16));
  if (existsSync(classes)) return classes;

  const unfinished = `${classes}.${randomUUID()}`;
  await mkdir(unfinished, { recursive: true });
  const javac = tools.java.includes('/') ? join(dirname(tools.java), 'javac') : 'javac';
  const options = [
    '--release',
    '17',
    '-encoding',
    'UTF-8',
    '-proc:none',
    '-nowarn',
    '-cp',
    join(tools.jars, '*'),
    '-d',
  ];
  try {
    await promisify(execFile)(javac, [...options, unfinished, ...sources]);
    await rename(unfinished, classes).catch((error) => {
      if (!existsSync(classes)) throw error; // else another process was quicker
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Failure('the Java sources do not compile', {
      why: lastLines(stderr || message),
      fix: `install a JDK of at least 17, with javac beside ${tools.java}`,
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return classes;
}

/** The `.java` files below a folder, sorted. */
export async function javaSources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.java'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export interface JavaProcessProps {
  /** How people know it. */
  readonly name: string;
  readonly mainClass: string;
  /** The folder of its compiled classes. */
  readonly classes: string;
  readonly arguments: readonly string[];
  /** The line of stdout that says that it is ready. */
  readonly ready: RegExp;
  /** Called with every line of stdout; true means that the line is dealt with and not remembered. Default: all are remembered. */
  readonly onLine?: (line: string) => boolean;
}

/** How many lines of a program are remembered. */
const remembered = 100;

/** A Java program that runs beside this process, with nothing in its environment, and never outlives it. */
export class JavaProcess {
  readonly name: string;
  /** What it printed on stdout, the latest lines. */
  readonly output: string[] = [];
  private readonly errors: string[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly child: ChildProcess;
  private readonly endWithUs = () => this.child.kill('SIGKILL');
  private readyLine: RegExpExecArray | null = null;
  private ended = false;

  constructor(props: JavaProcessProps, tools: JavaTools) {
    this.name = props.name;
    const classPath = [props.classes, join(tools.jars, '*')].join(delimiter);
    this.child = spawn(tools.java, [...javaOptions, '-cp', classPath, props.mainClass, ...props.arguments], {
      env: {},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.follow(this.child.stdout, this.output, (line) => {
      this.readyLine ??= props.ready.exec(line);
      return props.onLine?.(line) ?? false;
    });
    this.follow(this.child.stderr, this.errors, () => false);
    this.child.once('error', (error) => this.end(error.message));
    this.child.once('close', (code, signal) => this.end(`ended with ${signal ?? `code ${code}`}`));
    process.once('exit', this.endWithUs);
  }

  /** The last lines that it printed: stderr after stdout. */
  get lastLines(): string[] {
    return [...this.output.slice(-15), ...this.errors.slice(-10)];
  }

  /**
   * Waits until the probe gives a value; it is asked again after every line that the program prints.
   *
   * @throws Failure with the program's own last lines, when it ends before that, or the deadline (milliseconds since 1970) passes
   */
  async until<T>(what: string, deadline: number, probe: () => T | undefined): Promise<T> {
    return await new Promise<T>((resolve, reject) => {
      const settle = (action: () => void) => {
        if (timer) clearTimeout(timer);
        this.listeners.delete(look);
        action();
      };
      const fail = (why: string) =>
        settle(() => reject(new Failure(`${this.name}: ${what}: ${why}`, { why: this.lastLines })));
      const look = () => {
        const value = probe();
        if (value !== undefined) settle(() => resolve(value));
        else if (this.ended) fail('the process ended');
      };
      const timer = deadline < Number.POSITIVE_INFINITY && setTimeout(() => fail('not in time'), deadline - Date.now());
      this.listeners.add(look);
      look();
    });
  }

  /** Waits until it says that it is ready; returns what the expression found. Fails as {@link until}. */
  async ready(deadline: number): Promise<RegExpExecArray> {
    return await this.until('get ready', deadline, () => this.readyLine ?? undefined);
  }

  /** Rejects, with the program's own last lines, as soon as the program ends. */
  async untilEnd(): Promise<never> {
    return await this.until<never>('run', Number.POSITIVE_INFINITY, () => undefined);
  }

  /** SIGTERM, then SIGKILL after the grace. Returns when the process has ended. */
  async stop(graceMilliseconds = 8_000): Promise<void> {
    if (this.ended) return;
    const ended = new Promise<void>((resolve) => this.listeners.add(() => this.ended && resolve()));
    this.child.kill('SIGTERM');
    const timer = setTimeout(this.endWithUs, graceMilliseconds);
    await ended;
    clearTimeout(timer);
  }

  private follow(stream: NodeJS.ReadableStream | null, lines: string[], onLine: (line: string) => boolean) {
    if (!stream) return;
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      if (!onLine(line)) lines.push(line);
      if (lines.length > remembered) lines.shift();
      this.notify();
    });
  }

  private end(how: string) {
    if (this.ended) return;
    this.ended = true;
    this.errors.push(how);
    process.removeListener('exit', this.endWithUs);
    this.notify();
  }

  private notify() {
    for (const listener of [...this.listeners]) listener();
  }
}

const lastLines = (text: string) => text.trim().split('\n').slice(-10);
