import { type ExitCode, exitCode } from '../workflows/failure';
import { compiled, type FileOption } from './compiled';
import { printJson, say } from './print';
import { counted, countProblems, sayProblems } from './problems';
import { sarifOf } from './sarif';

export interface CheckOptions extends FileOption {
  readonly format: 'text' | 'json' | 'sarif';
}

/** `kafka-kit check`: 0 without errors, 1 with any. */
export async function check(names: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { environments, problems } = compiled(names, options);
  const waived = environments.flatMap((environment) => environment.waived);
  if (options.format === 'json') printJson(waived.length > 0 ? { problems, waived } : { problems });
  else if (options.format === 'sarif') printJson(sarifOf(problems));
  else {
    sayProblems(problems);
    for (const { name, resolved } of environments)
      if (resolved)
        say(
          `${name}: ${counted(resolved.topics.size, 'topic')}, ${counted(resolved.applications.size - resolved.operators.size, 'application')}, ${resolved.operators.size > 0 ? `${counted(resolved.operators.size, 'operator')}, ` : ''}${counted(resolved.flows.length, 'flow')}, ${counted(resolved.permissions.length, 'permission')}`,
        );
    say(waived.length > 0 ? `${countProblems(problems)}, ${waived.length} waived` : countProblems(problems));
  }
  return problems.some(({ severity }) => severity === 'error') ? exitCode.problems : exitCode.clean;
}
