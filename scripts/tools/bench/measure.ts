import { spawnSync } from 'node:child_process';

/** One measured process. */
export interface Measured {
  readonly seconds: number;
  /** Peak resident memory in MB, as the process itself reports it; absent for other commands. */
  readonly megabytes?: number;
  readonly stdout: string;
}

/** Runs a command some times and gives the run of median length. @throws Error with what it printed when it fails. */
export function median(
  runs: number,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Measured {
  const all = Array.from({ length: runs }, () => once(command, args, env)).sort((a, b) => a.seconds - b.seconds);
  const middle = all[Math.floor(runs / 2)];
  if (!middle) throw new Error('nothing was run');
  return middle;
}

function once(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Measured {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 1 << 26 });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stderr}\n${stdout}`);
  const megabytes = /peak (\d+) MB/.exec(stderr)?.[1];
  return { seconds, stdout, ...(megabytes ? { megabytes: Number(megabytes) } : {}) };
}
