import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { useInstead } from '../model/near-miss';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { checkStrimzi } from '../workflows/import/check-strimzi';
import { printJson, say } from './print';
import { counted, countProblems, sayProblems } from './problems';

export interface ImportOptions {
  /** Files and folders of manifests. */
  readonly check?: readonly string[];
  readonly format: 'text' | 'json';
}

/** What each source is checked by. */
const checks = new Map([['strimzi', checkStrimzi]]);

/** `kafka-kit import strimzi --check`: 0 where Strimzi 1.0 reads every object as it is, 1 with findings, 2 where a file cannot be read. */
export async function importFrom(source: string, { check, format }: ImportOptions): Promise<ExitCode> {
  const checked = checks.get(source);
  if (!checked)
    throw new Failure(`nothing can be imported from '${source}'`, {
      fix: useInstead(source, checks.keys()),
      exit: exitCode.usage,
    });
  if (!check || check.length === 0)
    throw new Failure('manifests do not become a description yet', {
      fix: 'see what Strimzi 1.0 wants of them: kafka-kit import strimzi --check manifests',
      exit: exitCode.usage,
    });
  const missing = check.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Failure(`there is no '${missing}'`, { exit: exitCode.usage });

  const { problems, files, objects, incomplete } = checked(check, (file) => relative('.', file) || file);
  if (files === 0)
    throw new Failure(`there is no manifest in ${check.join(', ')}`, {
      fix: 'name a folder with .yaml, .yml or .json files, or a file itself',
      exit: exitCode.usage,
    });
  if (format === 'json') printJson({ problems });
  else {
    sayProblems(problems, { profiles: false });
    const found = objects > 0 ? counted(objects, 'object') : 'nothing';
    const outcome = objects > 0 || problems.length > 0 ? `: ${countProblems(problems)}` : '';
    say(`${found} of Strimzi in ${counted(files, 'file')}${outcome}`);
  }
  if (incomplete) return exitCode.usage;
  return problems.length > 0 ? exitCode.problems : exitCode.clean;
}
