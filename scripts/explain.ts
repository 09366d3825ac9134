import { useInstead } from '../model/near-miss';
import { explanationOf } from '../workflows/explain/explanation';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { type FileOption, oneResolved } from './compiled';
import { print, printJson } from './print';

export interface ExplainOptions extends FileOption {
  readonly format: 'text' | 'json';
}

/** `kafka-kit explain`: everything about one topic, application, replication, connector or cluster. */
export async function explain(environment: string, name: string, options: ExplainOptions): Promise<ExitCode> {
  const { resolved } = oneResolved(environment, options);
  const explanation = explanationOf(resolved, name);
  if (!explanation)
    throw new Failure(`'${environment}' has no topic, application, replication, connector or cluster '${name}'`, {
      fix: useInstead(name, [
        ...resolved.topics.keys(),
        ...resolved.applications.keys(),
        ...resolved.replications.keys(),
        ...resolved.connectors.keys(),
        ...resolved.clusters.keys(),
      ]),
      exit: exitCode.usage,
    });
  if (options.format === 'json') printJson(explanation);
  else
    for (const [title, lines] of Object.entries(explanation)) {
      const all = Array.isArray(lines) ? lines : [String(lines)];
      print(`${title.padEnd(14)} ${all.length > 0 ? all.join(`\n${' '.repeat(15)}`) : '–'}`);
    }
  return exitCode.clean;
}
