import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { synth } from '../workflows/synth/synth';
import { findTerraform } from '../workflows/terraform/binary';
import { locksBeside, type RequiredProvider, requiredProviders } from '../workflows/terraform/lock-file';
import { writeLocks } from '../workflows/terraform/write-locks';
import { compiled, type FileOption, resolvedOnly } from './compiled';
import { say } from './print';

export interface LockOptions extends FileOption {
  readonly platform: readonly string[];
  readonly mirror?: string;
}

/** `kafka-kit lock`: a lock file for each set of providers that the stacks of some environments ask for. */
export async function lock(names: readonly string[], options: LockOptions): Promise<ExitCode> {
  const environments = resolvedOnly(compiled(names, options));
  const binary = await findTerraform(process.env);
  const sets = new Map<string, (readonly RequiredProvider[])[]>();
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-lock-'));
  try {
    for (const { resolved, description } of environments) {
      const { stacks } = await synth(resolved, folder);
      const locks = locksBeside(description.inventoryFile);
      sets.set(locks, [...(sets.get(locks) ?? []), ...stacks.map(({ config }) => requiredProviders(config))]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if ([...sets.values()].every((of) => of.length === 0))
    throw new Failure('no stack is Terraform’s: nothing is to be locked', { exit: exitCode.usage });
  for (const [locks, of] of sets) {
    const written = await writeLocks(of, {
      binary,
      variables: process.env,
      locks,
      platforms: options.platform,
      mirror: options.mirror,
    });
    for (const { file, changed } of written)
      say(`${relative(process.cwd(), file)}: ${changed ? 'written' : 'as it was'}, for ${options.platform.join(', ')}`);
  }
  return exitCode.clean;
}
