import { join } from 'node:path';
import { compiled, promotedOnly, resolvedOnly } from './scripts/compiled';
import { endWith } from './scripts/ending';
import { synthStacks } from './stacks/synth-stacks';
import { type ExitCode, exitCode } from './workflows/failure';
import { environmentFolders, foldersOf } from './workflows/folders';
import { stacksIn } from './workflows/synth/stacks';
import { placeLockFile } from './workflows/terraform/lock-file';

/**
 * The app that `cdktf synth` and `cdktf deploy` run: every environment, or those of `KAFKA_KIT_ENVIRONMENTS` (names
 * separated by commas), with the state files that `kafka-kit deploy` uses.
 */
async function main(): Promise<ExitCode> {
  const names = process.env.KAFKA_KIT_ENVIRONMENTS?.split(',').filter(Boolean) ?? [];
  const resolved = promotedOnly(resolvedOnly(compiled(names, {}))).map((environment) => environment.resolved);
  const folder = process.cwd();
  const folders = foldersOf(folder, process.env);
  const out = process.env.CDKTF_OUTDIR ?? join(folder, 'cdktf.out');
  synthStacks(resolved, {
    folder: out,
    stateFile: (stack, environment) => environmentFolders(folders, environment).terraformState(stack),
  });
  for (const { config } of stacksIn(out))
    placeLockFile({ config, locks: join(folder, 'environments', 'locks'), renew: 'kafka-kit lock' });
  return exitCode.clean;
}

void endWith(main);
