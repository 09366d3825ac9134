import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '../failure';
import { kubectlCommand } from '../kubernetes/kubectl';
import { findJdk, findMaven, lowestVersion } from '../local/jdk';
import { findTerraform } from '../terraform/binary';
import { dependencyWarnings } from './dependencies';

/** One thing that the kit needs of a machine, or can do without. */
export interface Finding {
  readonly name: string;
  readonly needed: string;
  /** What it is for. */
  readonly why: string;
  /** Its version, when it is there; or what is there and does not do. */
  readonly found?: string;
  readonly ok: boolean;
  /** Whether nothing works without it. */
  readonly required: boolean;
  /** How to get it. */
  readonly fix: string;
}

const run = promisify(execFile);

/** Looks for everything that the README's two commands need. */
export async function examine(variables: NodeJS.ProcessEnv): Promise<Finding[]> {
  return Promise.all([
    node(),
    java(variables),
    maven(variables),
    terraform(variables),
    go(),
    kubectl(variables),
    dockerDaemon(),
    dependencies(),
  ]);
}

const atLeast = (found: string, major: number, minor = 0): boolean => {
  const [has = 0, part = 0] = found.split('.').map(Number);
  return has > major || (has === major && part >= minor);
};

async function node(): Promise<Finding> {
  const found = process.versions.node;
  return {
    name: 'Node',
    needed: '≥ 20.19',
    why: 'everything',
    found,
    ok: atLeast(found, 20, 19),
    required: true,
    fix: 'https://nodejs.org',
  };
}

/** The JDK that `up` would take. */
async function java(variables: NodeJS.ProcessEnv): Promise<Finding> {
  const common = {
    name: 'JDK',
    needed: `≥ ${lowestVersion}`,
    why: 'the local brokers and the example services',
    required: true,
  };
  return orLacking(common, async () => ({ ...common, found: findJdk(variables).version, ok: true, fix: '' }));
}

/** The Maven that `up` would take, asked as `up` runs it: with that JDK, whatever JAVA_HOME says. */
async function maven(variables: NodeJS.ProcessEnv): Promise<Finding> {
  const common = { name: 'Maven', needed: '≥ 3.6', why: "Kafka's jars, once", required: true };
  return orLacking(common, async () => {
    const command = findMaven(variables);
    const env = { ...variables, ...jdkOf(variables) };
    const version = await versionOf(command, ['--batch-mode', '--version'], /Apache Maven (\d+[\d.]*)/, env);
    // Without a JDK it does not run at all: that is the JDK's finding.
    const ok = version === undefined || atLeast(version, 3, 6);
    return { ...common, found: version ?? command, ok, fix: 'https://maven.apache.org/install.html' };
  });
}

function jdkOf(variables: NodeJS.ProcessEnv): { readonly JAVA_HOME?: string } {
  try {
    return { JAVA_HOME: findJdk(variables).home };
  } catch {
    return {};
  }
}

async function terraform(variables: NodeJS.ProcessEnv): Promise<Finding> {
  const common = { name: 'Terraform or OpenTofu', needed: '≥ 1.11', why: 'deploy', required: true };
  return orLacking(common, async () => {
    const { command, version } = await findTerraform(variables);
    return { ...common, found: `${version} (${command})`, ok: true, fix: '' };
  });
}

/** What a search found; where it failed, what it passed over and how to get the thing. */
async function orLacking(
  common: Omit<Finding, 'found' | 'ok' | 'fix'>,
  search: () => Promise<Finding>,
): Promise<Finding> {
  try {
    return await search();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { why = [], fix = error.message } = error.details;
    return { ...common, found: why.join('; ') || undefined, ok: false, fix };
  }
}

async function kubectl(variables: NodeJS.ProcessEnv): Promise<Finding> {
  const command = kubectlCommand({ variables });
  const found = await versionOf(command, ['version', '--client'], /Client Version: v?(\d+[\d.]*)/);
  return {
    name: 'kubectl',
    needed: '≥ 1.25',
    why: 'deploy, only where objects go to Kubernetes',
    found,
    ok: found !== undefined && atLeast(found, 1, 25),
    required: false,
    fix: 'https://kubernetes.io/docs/tasks/tools',
  };
}

async function go(): Promise<Finding> {
  const found = await versionOf('go', ['version'], /go(\d+[\d.]*)/);
  return {
    name: 'Go',
    needed: '≥ 1.25',
    why: 'the kafka provider, only where the Terraform registry is not reachable',
    found,
    ok: found !== undefined && atLeast(found, 1, 25),
    required: false,
    fix: 'https://go.dev/dl',
  };
}

/** A client without a daemon runs nothing: the daemon is asked. */
async function dockerDaemon(): Promise<Finding> {
  const found = await versionOf('docker', ['version', '--format', '{{.Server.Version}}'], /^(\d+[\d.]*)/);
  return {
    name: 'Docker',
    needed: 'any',
    why: 'the compose file, in place of the local brokers',
    found,
    ok: found !== undefined,
    required: false,
    fix: 'https://docs.docker.com/engine/install',
  };
}

async function dependencies(): Promise<Finding> {
  const warnings = dependencyWarnings(process.versions.node);
  return {
    name: 'Dependencies',
    needed: `Node ${process.versions.node}`,
    why: 'packages that ask for another Node still work here: the tests pass with it',
    found: warnings.length === 0 ? 'all accept it' : warnings.join('; '),
    ok: true,
    required: false,
    fix: '',
  };
}

async function versionOf(
  command: string,
  args: readonly string[],
  pattern: RegExp,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(command, args, { timeout: 20_000, env });
    return pattern.exec(stdout)?.[1] ?? pattern.exec(stderr)?.[1];
  } catch {
    return undefined;
  }
}
