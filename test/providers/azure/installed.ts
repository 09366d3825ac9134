import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { azurermProvider } from '../../../constructs/terraform/event-hubs/provider';
import { Failure } from '../../../workflows/failure';
import { foldersOf } from '../../../workflows/folders';
import { packageRoot } from '../../../workflows/package-root';
import { findTerraform } from '../../../workflows/terraform/binary';
import { type GoProvider, providerInstallation } from '../../../workflows/terraform/provider-mirror';

/** Where `setup.ts` says that the providers are. */
export const folderVariable = 'KAFKA_KIT_TEST_PROVIDERS';

/** `azurerm-provider/go.mod` requires a commit of four days after 5.2.0: to Go, the provider's own tags end at 1.44. */
const azurerm: GoProvider = {
  name: 'azurerm',
  source: azurermProvider.source,
  package: 'github.com/hashicorp/terraform-provider-azurerm',
  version: azurermProvider.version,
  takes: 'ten minutes, 330 MB',
};

/** What runs Terraform where providers are. */
export interface Installed {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A folder in which `terraform init` was run once for a set of providers. */
export interface Ready extends Installed {
  readonly folder: string;
}

const run = promisify(execFile);
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Finds Terraform, and builds or finds what it needs to read the stacks of Event Hubs. @throws Failure where that cannot be had */
export async function installed(): Promise<Installed> {
  const binary = await findTerraform(process.env);
  const file = await providerInstallation({
    binary,
    variables: process.env,
    cache: foldersOf(packageRoot, process.env).cache,
    provider: azurerm,
    providerModule: join(packageRoot, 'scripts', 'tools', 'azurerm-provider'),
    progress: say,
  });
  return {
    command: binary.command,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', ...(file ? { TF_CLI_CONFIG_FILE: file } : {}) },
  };
}

/** Runs `terraform init` for a set of providers. */
export async function initialised(
  { command, env }: Installed,
  folder: string,
  requiredProviders: unknown,
): Promise<Ready> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: requiredProviders } }));
  await run(command, [`-chdir=${folder}`, 'init', '-backend=false', '-input=false', '-no-color'], { env });
  return { command, env, folder };
}

/** What is said where the tests cannot run. */
export const whyNot = (error: unknown): string => {
  if (!(error instanceof Failure)) throw error;
  return [error.message, ...(error.details.why ?? [])].join('; ');
};
