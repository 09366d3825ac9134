import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from '../failure';
import { type Context, type KubectlOptions, kubectlCommand } from './kubectl';

/** What the API server said. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Seconds after which it wants to be asked again. */
  readonly retryAfter?: number;
}

export interface Question {
  readonly method: 'GET' | 'PATCH' | 'DELETE';
  /** With its query. */
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
}

/** Requests at a time. */
export const width = 16;

/**
 * `kubectl proxy` on a socket in a folder that only this user may enter. kubectl knows every way in which people reach
 * an API server: plug-ins that log in, clouds, tokens that are renewed, proxies. Credentials never come here.
 */
export class ApiProxy {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: width });
  private stderr = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly socket: string,
  ) {
    child.stderr?.on('data', (chunk) => {
      this.stderr = `${this.stderr}${chunk}`.slice(-4000);
    });
  }

  static async start(context: Context, options: KubectlOptions): Promise<ApiProxy> {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-api-'));
    const socket = join(folder, 'socket');
    const proxy = new ApiProxy(serve(socket, context, options), folder, socket);
    try {
      await proxy.ready();
      return proxy;
    } catch (error) {
      proxy.stop();
      throw error;
    }
  }

  ask({ method, path, body, contentType }: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // Of a DELETE Node says no length: its body would be read as the next request of the connection.
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const headers = { accept: 'application/json', ...(contentType && { 'content-type': contentType }), ...length };
      const options = { socketPath: this.socket, agent: this.agent, method, path, headers, timeout: 120_000 };
      const sent = request(options, (response) => {
        text(response).then(
          (said) =>
            resolve({
              status: response.statusCode ?? 0,
              body: said,
              retryAfter: Number(response.headers['retry-after']) || undefined,
            }),
          reject,
        );
      });
      sent.once('timeout', () => sent.destroy(new Error('no answer in 120 s')));
      sent.once('error', reject);
      sent.end(body);
    });
  }

  stop(): void {
    this.agent.destroy();
    this.child.stdin?.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = () =>
        reject(new Failure('kubectl proxy does not start', { why: this.stderr.trim().split('\n').filter(Boolean) }));
      const timer = setTimeout(fail, 20_000);
      const settle = (then: () => void) => () => {
        clearTimeout(timer);
        then();
      };
      this.child.stdout?.once('data', settle(resolve));
      this.child.once('error', settle(fail));
      this.child.once('exit', settle(fail));
    });
  }
}

/**
 * Its own process group: Ctrl-C in a terminal must not take it away from requests that are in flight. It ends when this
 * process does, however that ends: the shell beside it waits for the end of its input. By then kubectl may have ended by
 * itself, having nobody to tell of the requests that were cut off; nor may the shell tell that, or it would end before it
 * has removed the folder.
 */
function serve(socket: string, { name, server }: Context, options: KubectlOptions): ChildProcess {
  const args = ['proxy', '--context', name, '--unix-socket', socket];
  // Where the path is kept: a server behind a gateway.
  if (!/^https?:\/\/[^/]+\/?$/.test(server)) args.push('--append-server-path');
  const watched =
    'folder=$1; shift; "$@" </dev/null & served=$!; cat >/dev/null; kill "$served" 2>/dev/null; rm -rf "$folder"';
  return spawn('sh', ['-c', watched, 'sh', dirname(socket), kubectlCommand(options), ...args], {
    env: options.variables,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
}

async function text(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
