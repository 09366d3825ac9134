import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure, type Progress } from '../failure';
import type { TerraformBinary } from './binary';
import { waitForLock } from './process-lock';

const packageName = 'github.com/Mongey/terraform-provider-kafka';

/** Whether a source in `required_providers` is the kafka provider, with or without a registry's host. */
export const isKafkaProvider = (source: string): boolean => /(^|\/)mongey\/kafka$/i.test(source);

export interface InstallationOptions {
  readonly binary: TerraformBinary;
  readonly variables: NodeJS.ProcessEnv;
  /** Where the mirror is kept; may be deleted at any time. */
  readonly cache: string;
  /** The folder of a Go module that requires the kafka provider. */
  readonly providerModule: string;
  readonly progress: Progress;
  /** Default: a HTTPS request, given up after three seconds. */
  readonly isReachable?: (host: string) => Promise<boolean>;
}

/**
 * How `terraform init` finds the kafka provider: returns a CLI configuration file, or nothing where Terraform's own
 * way works, because the user has arranged it or the registry is reachable. Elsewhere the provider is built from its
 * Go module, once.
 */
export async function providerInstallation(options: InstallationOptions): Promise<string | undefined> {
  const { binary, variables, cache, isReachable = answers } = options;
  if (await isArranged(binary, variables)) return undefined;
  if (await isReachable(binary.registry)) return undefined;
  const mirror = join(cache, 'terraform-mirror');
  await buildProvider(mirror, options);
  const file = join(cache, 'terraform-mirror', `${binary.registry}.tfrc`);
  await writeFile(file, cliConfiguration(mirror, binary.registry));
  return file;
}

/** A CLI configuration in which only the kafka provider comes from the mirror. */
export const cliConfiguration = (mirror: string, registry: TerraformBinary['registry']): string =>
  `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["${registry}/mongey/kafka"]
  }
  direct {
    exclude = ["${registry}/mongey/kafka"]
  }
}
`;

/** Where the user says how providers are installed, nothing is probed. A file that is not there says nothing. */
async function isArranged({ registry }: TerraformBinary, variables: NodeJS.ProcessEnv): Promise<boolean> {
  const named = variables.TF_CLI_CONFIG_FILE ?? variables.TERRAFORM_CONFIG;
  if (named) return existsSync(named);
  const usual = join(variables.HOME ?? homedir(), registry === 'registry.opentofu.org' ? '.tofurc' : '.terraformrc');
  return /provider_installation|dev_overrides/.test(await readFile(usual, 'utf8').catch(() => ''));
}

function answers(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ host, path: '/.well-known/terraform.json', method: 'HEAD', timeout: 3_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    probe.on('timeout', () => probe.destroy());
    probe.on('error', () => resolve(false));
    // The time-out above counts idle time of a socket; a name server that keeps silent has none yet.
    setTimeout(() => probe.destroy(), 3_000).unref();
    probe.end();
  });
}

/** Builds into a temporary folder and renames it, so that what stands in the mirror is whole. */
async function buildProvider(mirror: string, options: InstallationOptions): Promise<void> {
  const { binary, providerModule, progress } = options;
  const version = await requiredVersion(providerModule);
  const target = join(mirror, binary.registry, 'mongey', 'kafka', version, platform());
  if (existsSync(target)) return;
  const lock = await waitForLock(join(mirror, 'build.lock'), ({ pid }) =>
    progress(`waiting for process ${pid}, which builds the kafka provider`),
  );
  try {
    if (existsSync(target)) return;
    progress(`${binary.registry} is not reachable: building the kafka provider ${version} with Go, once (about 30 s)`);
    await mkdir(dirname(target), { recursive: true });
    const draft = await mkdtemp(join(mirror, 'draft-'));
    try {
      await goBuild(join(draft, `terraform-provider-kafka_v${version}`), options);
      await rename(draft, target);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}

/** The version is decided in one place, the module's `go.mod`. */
async function requiredVersion(providerModule: string): Promise<string> {
  const file = join(providerModule, 'go.mod');
  const text = await readFile(file, 'utf8').catch(() => '');
  const version = new RegExp(`${packageName} v(\\d+\\.\\d+\\.\\d+)\\b`).exec(text)?.[1];
  if (!version) throw new Failure(`${file} does not require ${packageName}`, { fix: 'reinstall kafka-platform-kit' });
  return version;
}

async function goBuild(output: string, { binary, providerModule, variables }: InstallationOptions): Promise<void> {
  const { registry } = binary;
  try {
    const options = { cwd: providerModule, env: variables };
    await promisify(execFile)('go', ['build', '-trimpath', '-o', output, packageName], options);
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string };
    throw new Failure('the kafka provider is neither downloadable nor could it be built', {
      why: [
        `${registry} is not reachable`,
        code === 'ENOENT' ? "there is no 'go' command" : `go build: ${stderr?.trim().split('\n').slice(-5).join('\n')}`,
      ],
      fix: `let this machine reach https://${registry} (or name a mirror in a file and set TF_CLI_CONFIG_FILE), or install Go 1.25 or newer (https://go.dev/dl) with access to a Go module proxy`,
    });
  }
}

const platform = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const machine = process.arch === 'x64' ? 'amd64' : process.arch;
  return `${system}_${machine}`;
};
