import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findKubectl } from './kubectl';
import type { Ran } from './project';
import { succeed } from './project';
import { shared } from './shared';

/** A real kube-apiserver on this machine: it validates, admits and stores, and no operator acts on what it stores. */
export class ApiServer {
  private readonly program = findKubectl();

  private constructor(
    /** Its `kubeconfig` is there, and its logs. */
    readonly folder: string,
  ) {}

  /** One that was started by somebody else, who stops it. */
  static running(folder: string): ApiServer {
    return new ApiServer(folder);
  }

  /** Starts it with every custom resource of the operators that the kit's objects are for. */
  static start(): ApiServer {
    if (!existsSync(join(shared, 'crds')))
      throw new Error(`${shared} has no crds: name the folder by KAFKA_KIT_SHARED, as test/README.md says`);
    const server = new ApiServer(mkdtempSync(join(tmpdir(), 'kafka-kit-apiserver-')));
    try {
      server.run('start');
      server.kubectl('apply', '--server-side', '--filename', join(shared, 'crds'));
      server.kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=180s');
      return server;
    } catch (error) {
      server.stop();
      throw error;
    }
  }

  /** What it prints. @throws Error with what kubectl says when it fails */
  kubectl(...args: readonly string[]): string {
    return succeed(this.tried(args)).stdout;
  }

  /** Whether an account may do something: `may('system:serviceaccount:a:b', 'get', 'secrets/c', '-n', 'd')`. */
  may(account: string, ...question: readonly string[]): boolean {
    return this.tried(['auth', 'can-i', '--quiet', '--as', account, ...question]).code === 0;
  }

  tried(args: readonly string[], input?: string): Ran {
    const { status, stdout, stderr } = spawnSync(this.program, ['--cache-dir', join(this.folder, 'cache'), ...args], {
      env: { ...process.env, KUBECONFIG: join(this.folder, 'kubeconfig') },
      encoding: 'utf8',
      input,
      timeout: 300_000,
    });
    return { code: status, stdout, stderr };
  }

  stop(): void {
    this.run('stop');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Its processes outlive the script that starts them, so no pipe to them may be waited for. */
  private run(action: 'start' | 'stop'): void {
    const { status } = spawnSync(join(shared, 'tools', 'apiserver.sh'), [action, this.folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`the API server does not ${action}; its logs are in ${this.folder}`);
  }
}
