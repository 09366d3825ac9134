import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const sources = resolve(__dirname, '..', '..', 'scripts', 'tools', 'kubectl');

/** The kubectl of this machine; where there is none, one that is built with Go, once, into a cache. */
export function findKubectl(): string {
  if (spawnSync('kubectl', ['version', '--client']).status === 0) return 'kubectl';
  const digest = createHash('sha256')
    .update(readFileSync(join(sources, 'go.sum')))
    .digest('hex')
    .slice(0, 12);
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kafka-kit-test');
  const kubectl = join(cache, `kubectl-${digest}`);
  if (!existsSync(kubectl)) build(kubectl, cache);
  return kubectl;
}

function build(kubectl: string, cache: string): void {
  mkdirSync(cache, { recursive: true });
  // Whole or not there, whoever else builds it meanwhile.
  const unfinished = `${kubectl}.${process.pid}`;
  const options = ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', unfinished, '.'];
  const { status, error, stderr } = spawnSync('go', options, {
    cwd: sources,
    env: { ...process.env, GOWORK: 'off', GOFLAGS: '' },
    encoding: 'utf8',
  });
  try {
    if (status !== 0) throw new Error(`no kubectl is on the PATH, and Go cannot build one: ${error ?? stderr}`);
    renameSync(unfinished, kubectl);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
