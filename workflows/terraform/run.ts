import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { Failure } from '../failure';
import { parseEvent, type TerraformEvent } from './events';
import { redactor } from './redact';

/** How a run of Terraform is started. */
export interface RunOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly variables: NodeJS.ProcessEnv;
  /** Terraform writes here; lives as long as the run. */
  readonly output: string;
  /** What it wrote is appended here, readable for people. */
  readonly log: string;
  /** Asks Terraform to stop: it finishes what is in flight and saves its state. */
  readonly signal: AbortSignal | undefined;
  readonly onEvent: (event: TerraformEvent) => void;
}

export interface RunResult {
  readonly code: number | null;
  /** Set when the process did not end by itself. */
  readonly killedBy: NodeJS.Signals | null;
  readonly events: readonly TerraformEvent[];
}

/** How long Terraform may take to stop when it is asked to, in milliseconds; then it is ended. */
const patience = 120_000;

/**
 * Runs Terraform.
 *
 * It writes to a file, not to a pipe, and is the leader of a process group of its own: if this process is killed,
 * Terraform finishes, and saves the state of what it created. Ctrl-C in a terminal reaches only this process, which
 * passes on one interrupt; a second one would make Terraform give up its state.
 */
export async function runTerraform(options: RunOptions): Promise<RunResult> {
  rmSync(options.output, { force: true });
  const output = openSync(options.output, 'wx+', 0o600);
  const log = openSync(options.log, 'a', 0o600);
  const events: TerraformEvent[] = [];
  const withoutSecrets = redactor(options.variables);
  const tail = follow(output, (line) => {
    const event = parseEvent(withoutSecrets(line));
    events.push(event);
    appendFileSync(log, `${event.text}\n`);
    options.onEvent(event);
  });
  try {
    appendFileSync(log, `\n$ ${options.command} ${options.args.join(' ')}\n`);
    const child = start(options, output);
    const timer = setInterval(tail, 200);
    const end = await ended(child, options).finally(() => clearInterval(timer));
    tail();
    return { ...end, events };
  } finally {
    closeSync(output);
    closeSync(log);
    rmSync(options.output, { force: true });
  }
}

/** Files that Terraform makes (plans, states, backups) are for their owner only: a child inherits the mask. */
function start({ command, args, folder, variables }: RunOptions, output: number): ChildProcess {
  const mask = process.umask(0o077);
  try {
    return spawn(command, args, { cwd: folder, env: variables, stdio: ['ignore', output, output], detached: true });
  } finally {
    process.umask(mask);
  }
}

function ended(child: ChildProcess, { signal, command }: RunOptions): Promise<Omit<RunResult, 'events'>> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const interrupt = () => {
      child.kill('SIGINT');
      timer = setTimeout(() => child.kill('SIGKILL'), patience);
    };
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
    };
    child.once('error', (error) => {
      settle();
      reject(new Failure(`${command} cannot be run`, { why: [error.message] }));
    });
    child.once('exit', (code, killedBy) => {
      settle();
      resolve({ code, killedBy });
    });
    if (signal?.aborted) interrupt();
    else signal?.addEventListener('abort', interrupt, { once: true });
  });
}

/** Returns a function that hands on the lines written since its last call, and at last what has no line end. */
function follow(file: number, onLine: (line: string) => void): () => void {
  let position = 0;
  let rest = Buffer.alloc(0);
  return () => {
    const fresh = Buffer.alloc(fstatSync(file).size - position);
    const read = readSync(file, fresh, 0, fresh.length, position);
    position += read;
    const seen = Buffer.concat([rest, fresh.subarray(0, read)]);
    const end = seen.lastIndexOf('\n') + 1;
    rest = seen.subarray(end);
    for (const line of seen.toString('utf8', 0, end).split('\n')) if (line.trim()) onLine(line);
  };
}
