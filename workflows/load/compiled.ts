import { descriptions as backends } from '../../backends/descriptions';
import { type Compiled, compile } from '../../model/compile';
import { byPlace, type Problem, problemAt } from '../../model/problem';
import type { Resolved } from '../../model/resolved';
import type { Description } from './description';
import { type LoadOptions, load } from './load';

export interface CompiledEnvironment {
  readonly name: string;
  /** Absent when the description has errors. */
  readonly resolved?: Resolved;
  readonly description: Description;
  /** Problems that its waivers set aside. */
  readonly waived: readonly Problem[];
}

export interface CompiledEnvironments {
  readonly environments: readonly CompiledEnvironment[];
  /** Of all of them, sorted by file and path; a problem of a platform that several share is told once. */
  readonly problems: readonly Problem[];
}

/** Reads and compiles environments. @throws Failure (exit 2) when there is nothing to read. */
export function loadCompiled(options: LoadOptions & { readonly today: string }): CompiledEnvironments {
  const { descriptions, problems: unreadable } = load(options);
  const problems = [...unreadable];
  const environments = descriptions.map((description) => {
    const { resolved, problems: found, waived } = compileOn(description, options.today);
    problems.push(...found);
    return { name: description.name, resolved, description, waived };
  });
  problems.push(...sameStacks(environments));
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return { environments, problems: [...told.values()].sort(byPlace) };
}

/** Compiles an environment with the platform that it has; nothing when its release is lost, which `load` has told. */
export function compileOn({ value, sources, inventory, basis }: Description, today: string): Compiled {
  if (basis === 'lost') return { problems: [], waived: [] };
  return compile(value, { backends, inventory, today, sources });
}

/** No rule sees more than one environment: `eu` on `main-x` and `eu-main` on `x` would share stacks. */
function sameStacks(environments: readonly CompiledEnvironment[]): Problem[] {
  const seen = new Map<string, string>();
  return environments.flatMap(({ name, resolved, description }) =>
    (resolved?.shards ?? []).flatMap((shard): Problem[] => {
      const other = seen.get(shard.name) ?? name;
      seen.set(shard.name, other);
      if (other === name) return [];
      return [
        problemAt(
          { source: description.sources.environment, path: ['clusters', shard.cluster.name] },
          {
            code: 'KFK-E008',
            severity: 'error',
            problem: `the stack '${shard.name}' would also be one of '${other}'`,
            fix: 'rename the environment or the cluster',
          },
        ),
      ];
    }),
  );
}
