import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCode, Failure } from '../failure';

/** Terraform's name of it, beside a configuration. https://developer.hashicorp.com/terraform/language/files/dependency-lock */
export const lockFileName = '.terraform.lock.hcl';

/** The folder of a project's lock files, given where an environment's inventory is. */
export const locksBeside = (inventoryFile: string): string => join(dirname(inventoryFile), '..', 'locks');

/** What a stack asks for. */
export interface RequiredProvider {
  /** Its name in the stack: `azurerm`. */
  readonly name: string;
  /** `hashicorp/azurerm`, in lower case, without a registry's host: Terraform's and OpenTofu's differ. */
  readonly source: string;
  /** As `5.2.0`. */
  readonly version: string;
}

/** The providers of a synthesized stack, by name. */
export function requiredProviders(config: string): readonly RequiredProvider[] {
  const { terraform } = JSON.parse(readFileSync(config, 'utf8')) as {
    readonly terraform?: { readonly required_providers?: Record<string, { source: string; version?: string }> };
  };
  return Object.entries(terraform?.required_providers ?? {})
    .map(([name, { source, version = '' }]) => ({ name, source: sourceOf(name, source), version }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `aws` is `hashicorp/aws`. */
const sourceOf = (name: string, source: string): string => {
  const parts = source.toLowerCase().split('/');
  return parts.length === 1 ? `hashicorp/${parts[0] ?? name}` : parts.slice(-2).join('/');
};

/** `aws-kafka.terraform.lock.hcl`: stacks with the same providers share a lock file. */
export const lockNameOf = (providers: readonly RequiredProvider[]): string =>
  `${providers.map(({ name }) => name).join('-')}${lockFileName}`;

/** The version of each provider that a lock file names, by its source. */
export const lockedVersions = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^provider "(?:[^"/]+\/)?([^"/]+\/[^"/]+)" \{\s*version\s*=\s*"([^"]+)"/gm)].map(
      ([, source = '', version = '']) => [source.toLowerCase(), version],
    ),
  );

export interface Locked {
  /** The synthesized `cdk.tf.json`. */
  readonly config: string;
  /** The folder of the project's lock files. */
  readonly locks: string;
  /** What writes them anew, as it is typed. */
  readonly renew: string;
}

/**
 * Puts the lock file of a stack's providers beside its configuration, where both Terraform and cdktf look for it; nothing
 * where the project has none. @throws Failure (exit 2) when it is of other versions
 */
export function placeLockFile({ config, locks, renew }: Locked): void {
  // Stacks may be large: without locks none is read again.
  if (!existsSync(locks)) return;
  const providers = requiredProviders(config);
  const file = join(locks, lockNameOf(providers));
  if (providers.length === 0 || !existsSync(file)) return;
  const locked = lockedVersions(readFileSync(file, 'utf8'));
  const wrong = providers.flatMap(({ source, version }) => {
    const has = locked.get(source);
    // A range is for Terraform to judge; the kit's own stacks ask for one version.
    return has === version || (has !== undefined && !/^\d/.test(version))
      ? []
      : [`${source} is ${has === undefined ? 'not locked' : `locked at ${has}`}, and the stack asks for ${version}`];
  });
  if (wrong.length > 0)
    throw new Failure(`${file} does not fit what is synthesized`, {
      why: wrong,
      fix: `${renew}, read what changed, and commit it`,
      exit: exitCode.usage,
    });
  copyFileSync(file, join(dirname(config), lockFileName));
}

/** The lock file beside a synthesized stack. Default: it has none. */
export const lockFileBeside = (config: string): string | undefined => {
  const file = join(dirname(config), lockFileName);
  return existsSync(file) ? file : undefined;
};
