import { relative } from 'node:path';
import { type ExitCode, exitCode } from '../workflows/failure';
import { writeBundle } from '../workflows/policy/bundle';
import { compiled, type FileOption, resolvedOnly } from './compiled';
import { outFolder } from './out-folder';
import { printJson, say } from './print';
import { counted } from './problems';

export interface PolicyOptions extends FileOption {
  readonly format: 'text' | 'json';
  readonly out: string;
}

/** `kafka-kit policy`: nothing is written unless every description is without errors. */
export async function policy(names: readonly string[], options: PolicyOptions): Promise<ExitCode> {
  const out = outFolder(options.out);
  const bundles = [];
  for (const { name, resolved, waived } of resolvedOnly(compiled(names, options), options)) {
    const { folder, ...bundle } = await writeBundle(resolved, { out, waived });
    bundles.push({ environment: name, folder: relative(process.cwd(), folder) || folder, ...bundle });
  }
  if (options.format === 'json') printJson({ bundles });
  else
    for (const { environment, folder, rules, revision } of bundles)
      say(`${environment}: ${counted(rules, 'rule')} in ${folder}, revision ${revision}`);
  return exitCode.clean;
}
