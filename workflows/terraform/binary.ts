import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '../failure';

/** The command that applies Terraform configurations. */
export interface TerraformBinary {
  /** As it was found: a name on the PATH, or the path in `TERRAFORM_BINARY_NAME`. */
  readonly command: string;
  readonly version: string;
  /** Providers without a host in their source come from here. */
  readonly registry: 'registry.terraform.io' | 'registry.opentofu.org';
}

/** Ephemeral variables and write-only attributes keep secrets out of the state from this version on. */
const oldest = [1, 11] as const;

const howToGetIt =
  'install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install), ' +
  `${oldest.join('.')} or newer, or name one by TERRAFORM_BINARY_NAME`;

/** The first of `TERRAFORM_BINARY_NAME` (as cdktf reads it), `terraform` and `tofu` that runs. */
export async function findTerraform(variables: NodeJS.ProcessEnv): Promise<TerraformBinary> {
  const named = variables.TERRAFORM_BINARY_NAME;
  const commands = named ? [named] : ['terraform', 'tofu'];
  for (const command of commands) {
    const printed = await versionOf(command, variables);
    if (printed !== undefined) return readVersion(command, printed);
  }
  throw new Failure(`${commands.join(' and ')} cannot be run`, { fix: howToGetIt });
}

async function versionOf(command: string, variables: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const env = { ...variables, CHECKPOINT_DISABLE: '1' };
    return (await promisify(execFile)(command, ['version', '-json'], { env, timeout: 30_000 })).stdout;
  } catch {
    return undefined;
  }
}

/** What `version -json` printed. OpenTofu keeps Terraform's field name, and its registry differs. */
export function readVersion(command: string, printed: string): TerraformBinary {
  const version = /"terraform_version"\s*:\s*"([^"]+)"/.exec(printed)?.[1];
  if (!version) throw new Failure(`'${command} version -json' does not say which version it is`, { fix: howToGetIt });
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new Failure(`${command} ${version} is too old: ${oldest.join('.')} or newer is needed`, { fix: howToGetIt });
  }
  const tofu = /tofu[^/\\]*$/.test(command);
  return { command, version, registry: tofu ? 'registry.opentofu.org' : 'registry.terraform.io' };
}
