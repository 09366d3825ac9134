import { spawnSync } from 'node:child_process';
import { exitCode, Failure } from '../failure';

/** A cluster and an account, as the user's kubeconfig names them. */
export interface Context {
  readonly name: string;
  /** The API server's address. */
  readonly server: string;
}

export interface KubectlOptions {
  /** The environment that kubectl inherits: `KUBECONFIG`, `PATH`, and `KUBECTL`, which names another binary. */
  readonly variables: NodeJS.ProcessEnv;
}

export const kubectlCommand = ({ variables }: KubectlOptions): string => variables.KUBECTL ?? 'kubectl';

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs kubectl to its end; it may ask the user to log in. */
function run(args: readonly string[], options: KubectlOptions): Ran {
  const { status, stdout, stderr, error } = spawnSync(kubectlCommand(options), args, {
    env: options.variables,
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const failed = (error as NodeJS.ErrnoException | undefined)?.code;
  if (failed === 'ENOENT' || failed === 'EACCES') throw noKubectl(kubectlCommand(options), failed);
  return { code: status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

function noKubectl(command: string, failed: 'ENOENT' | 'EACCES'): Failure {
  const what = !command.includes('/')
    ? `${command} is not on the PATH: deploy reaches Kubernetes by it`
    : `KUBECTL names ${command}, which ${failed === 'ENOENT' ? 'is not there' : 'may not be run'}`;
  return new Failure(what, {
    fix: 'install kubectl (https://kubernetes.io/docs/tasks/tools/), or name it by KUBECTL',
  });
}

/** The context that is asked for, or the current one. @throws Failure that lists those that there are */
export function contextOf(named: string | undefined, options: KubectlOptions): Context {
  // kubectl takes the current one for it, which nobody named: a variable of a pipeline that is not set.
  if (named?.trim() === '')
    throw new Failure('--context names no context', {
      fix: 'set the variable that it comes from, or leave it out',
      exit: exitCode.usage,
    });
  const { code, stdout, stderr } = run(
    ['config', 'view', '--minify', '--output', 'json', ...(named === undefined ? [] : ['--context', named])],
    options,
  );
  if (code !== 0) throw noContext(named, stderr, options);
  const { contexts, clusters } = JSON.parse(stdout) as {
    contexts?: readonly { readonly name: string }[];
    clusters?: readonly { readonly cluster: { readonly server?: string } }[];
  };
  return { name: contexts?.[0]?.name ?? '', server: clusters?.[0]?.cluster.server ?? '' };
}

function noContext(named: string | undefined, stderr: string, options: KubectlOptions): Failure {
  if (/error loading config file/i.test(stderr))
    return new Failure('kubectl cannot read the kubeconfig', {
      why: stderr.trim().split('\n').filter(Boolean),
      fix: 'put that file right, or name another by KUBECONFIG',
      exit: exitCode.usage,
    });
  const known = run(['config', 'get-contexts', '--output', 'name'], options).stdout.split('\n').filter(Boolean);
  return new Failure(
    named === undefined ? 'the kubeconfig has no current context' : `the kubeconfig has no context '${named}'`,
    {
      why: stderr.trim().split('\n').filter(Boolean),
      fix: known.length > 0 ? `--context ${known.join(', or --context ')}` : 'name a kubeconfig by KUBECONFIG',
      exit: exitCode.usage,
    },
  );
}

/** Asks the API server for its version, so that what is wrong is told in kubectl's own words. @throws Failure */
export function requireReachable({ name, server }: Context, options: KubectlOptions): void {
  const { code, stderr } = run(['get', '--raw', '/version', '--context', name, '--request-timeout', '20s'], options);
  if (code === 0) return;
  const why = stderr.trim().split('\n').filter(Boolean).slice(-5);
  const refused = /unauthorized|must be logged in|certificate has expired|expired/i.test(stderr);
  throw new Failure(`the API server of the context '${name}' ${refused ? 'does not know you' : 'does not answer'}`, {
    why: [...why, `server: ${server}`],
    fix: refused
      ? `log in again, until this works: kubectl --context ${name} get --raw /version`
      : `reach it (VPN, tunnel, address in the kubeconfig), until this works: kubectl --context ${name} get --raw /version`,
  });
}
