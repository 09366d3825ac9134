import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const tools = resolve(__dirname, '..', '..', 'scripts', 'tools');

/** A program of Go's module proxy, in the version that `scripts/tools/<name>/go.mod` pins. */
export interface GoProgram {
  /** The folder below `scripts/tools`, and what the program is called. */
  readonly name: string;
  /** What is built there. */
  readonly package: string;
}

/** Where it is once it is built: once, into a cache. @throws Error with what Go says when it fails */
export function builtByGo(program: GoProgram): string {
  const sources = join(tools, program.name);
  const own = join(sources, 'main.go');
  const digest = createHash('sha256')
    .update(readFileSync(join(sources, 'go.sum')))
    .update(existsSync(own) ? readFileSync(own) : '')
    .digest('hex')
    .slice(0, 12);
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kafka-kit-test');
  const built = join(cache, `${program.name}-${digest}`);
  if (!existsSync(built)) build(program, sources, built, cache);
  return built;
}

function build(program: GoProgram, sources: string, built: string, cache: string): void {
  mkdirSync(cache, { recursive: true });
  // Whole or not there, whoever else builds it meanwhile.
  const unfinished = `${built}.${process.pid}`;
  const options = ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', unfinished, program.package];
  const { status, error, stderr } = spawnSync('go', options, {
    cwd: sources,
    env: { ...process.env, GOWORK: 'off', GOFLAGS: '' },
    encoding: 'utf8',
  });
  try {
    if (status !== 0) throw new Error(`Go cannot build ${program.name}: ${error ?? stderr}`);
    renameSync(unfinished, built);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
