import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure, type Progress } from '../failure';
import type { TerraformBinary } from './binary';
import { waitForLock } from './process-lock';

/** A provider that can be built with Go where no registry is reachable. */
export interface GoProvider {
  /** What people call it. */
  readonly name: string;
  /** Its namespace and type in a registry, in lower case: `mongey/kafka`. */
  readonly source: string;
  /** The Go package of its command; a module in this repository requires it. */
  readonly package: string;
  /** How long a build takes, for whoever waits. */
  readonly takes: string;
  /** Default: that of the package, as the module requires it. */
  readonly version?: string;
}

const kafka: GoProvider = {
  name: 'kafka',
  source: 'mongey/kafka',
  package: 'github.com/Mongey/terraform-provider-kafka',
  takes: 'about 30 s',
};

/** Whether a source in `required_providers` is the kafka provider, with or without a registry's host. */
export const isKafkaProvider = (source: string): boolean => /(^|\/)mongey\/kafka$/i.test(source);

export interface InstallationOptions {
  readonly binary: TerraformBinary;
  readonly variables: NodeJS.ProcessEnv;
  /** Where the mirror is kept; may be deleted at any time. */
  readonly cache: string;
  /** Default: the kafka provider. */
  readonly provider?: GoProvider;
  /** The folder of a Go module that requires the provider. */
  readonly providerModule: string;
  readonly progress: Progress;
  /** Default: a HTTPS request, given up after three seconds. */
  readonly isReachable?: (host: string) => Promise<boolean>;
}

/**
 * How `terraform init` finds a provider: returns a CLI configuration file, or nothing where Terraform's own
 * way works, because the user has arranged it or the registry is reachable. Elsewhere the provider is built from its
 * Go module, once.
 */
export async function providerInstallation(options: InstallationOptions): Promise<string | undefined> {
  const { binary, variables, cache, provider = kafka, isReachable = answers } = options;
  if (await isArranged(binary, variables)) return undefined;
  if (await isReachable(binary.registry)) return undefined;
  const mirror = join(cache, 'terraform-mirror');
  await buildProvider(mirror, provider, options);
  // Two commands may look for two providers at a time.
  const file = join(mirror, `${binary.registry}${provider === kafka ? '' : `-${provider.name}`}.tfrc`);
  await writeFile(file, cliConfiguration(mirror, binary.registry, provider));
  return file;
}

/** A CLI configuration in which only one provider comes from the mirror. */
export const cliConfiguration = (
  mirror: string,
  registry: TerraformBinary['registry'],
  { source }: Pick<GoProvider, 'source'> = kafka,
): string =>
  `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["${registry}/${source}"]
  }
  direct {
    exclude = ["${registry}/${source}"]
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
async function buildProvider(mirror: string, provider: GoProvider, options: InstallationOptions): Promise<void> {
  const { binary, providerModule, progress } = options;
  const { name, source, takes } = provider;
  const version = provider.version ?? (await requiredVersion(providerModule, provider));
  const target = join(mirror, binary.registry, source, version, platform());
  if (existsSync(target)) return;
  const lock = await waitForLock(join(mirror, 'build.lock'), ({ pid }) =>
    progress(`waiting for process ${pid}, which builds the ${name} provider`),
  );
  try {
    if (existsSync(target)) return;
    progress(`${binary.registry} is not reachable: building the ${name} provider ${version} with Go, once (${takes})`);
    await mkdir(dirname(target), { recursive: true });
    const draft = await mkdtemp(join(mirror, 'draft-'));
    try {
      await goBuild(join(draft, `terraform-provider-${basename(source)}_v${version}`), provider, options);
      await rename(draft, target);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}

/** The version is decided in one place, the module's `go.mod`. */
async function requiredVersion(providerModule: string, { package: name }: GoProvider): Promise<string> {
  const file = join(providerModule, 'go.mod');
  const text = await readFile(file, 'utf8').catch(() => '');
  const version = new RegExp(`${name} v(\\d+\\.\\d+\\.\\d+)\\b`).exec(text)?.[1];
  if (!version) throw new Failure(`${file} does not require ${name}`, { fix: 'reinstall kafka-platform-kit' });
  return version;
}

async function goBuild(output: string, provider: GoProvider, options: InstallationOptions): Promise<void> {
  const { binary, providerModule, variables } = options;
  const { registry } = binary;
  try {
    await promisify(execFile)('go', ['build', '-trimpath', '-o', output, provider.package], {
      cwd: providerModule,
      env: variables,
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string };
    throw new Failure(`the ${provider.name} provider is neither downloadable nor could it be built`, {
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
