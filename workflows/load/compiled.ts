import { descriptions as backends } from '../../backends/descriptions';
import { type Claim, claimKey } from '../../model/claim';
import type { Cluster } from '../../model/cluster';
import { type Compiled, compile } from '../../model/compile';
import type { Source } from '../../model/place';
import { byPlace, type Problem, problemAt } from '../../model/problem';
import type { Resolved } from '../../model/resolved';
import { type Stack, stacksOf } from '../../model/stacks';
import type { Description } from './description';
import { type LoadOptions, load } from './load';
import { sameAuthorities } from './same-authorities';

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
  problems.push(...sameStacks(environments), ...sameClaims(environments), ...sameAuthorities(environments));
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return { environments, problems: [...told.values()].sort(byPlace) };
}

/** Compiles an environment with the platform that it has; nothing when its release is lost, which `load` has told. */
export function compileOn(
  { value, sources, inventory, rotations, files, basis }: Description,
  today: string,
): Compiled {
  if (basis === 'lost') return { problems: [], waived: [] };
  return compile(value, { backends, inventory, rotations, files, today, sources });
}

/**
 * No rule sees more than one environment: `eu` on `main-x` and `eu-main` on `x` would share stacks, and the clusters
 * themselves their vendor's name. Each pair is told once a cluster, by the first name that both would have.
 */
function sameStacks(environments: readonly CompiledEnvironment[]): Problem[] {
  const seen = new Map<string, string>();
  return environments.flatMap(({ name, resolved, description }) => {
    if (!resolved) return [];
    const shared = new Map<string, Problem>();
    for (const stack of stacksOf({ ...resolved, inventory: description.inventory })) {
      const other = seen.get(stack.name);
      const pair = `${stack.cluster.name}\0${other}`;
      if (other === undefined) seen.set(stack.name, name);
      else if (other !== name && !shared.has(pair))
        shared.set(pair, sameStack(stack, other, description.sources.environment));
    }
    return [...shared.values()];
  });
}

const sameStack = ({ name, cluster }: Stack, other: string, source: Source): Problem =>
  problemAt(
    { source, path: ['clusters', cluster.name] },
    {
      code: 'KFK-E008',
      severity: 'error',
      problem: `the stack '${name}' would also be one of '${other}'`,
      fix: 'rename the environment or the cluster',
    },
  );

/** What there is one of: each would make it, or take the other's for its own. */
function sameClaims(environments: readonly CompiledEnvironment[]): Problem[] {
  const seen = new Map<string, string>();
  return environments.flatMap(({ name, resolved, description }) =>
    [...(resolved?.clusters.values() ?? [])].flatMap((cluster) =>
      (cluster.claims ?? []).flatMap((claim): Problem[] => {
        const key = claimKey(cluster, claim);
        const other = seen.get(key) ?? name;
        seen.set(key, other);
        if (other === name) return [];
        return [sameClaim(cluster, claim, other, description.sources.environment)];
      }),
    ),
  );
}

const sameClaim = ({ name }: Cluster, { field, what, fix }: Claim, other: string, source: Source): Problem =>
  problemAt(
    { source, path: ['clusters', name, ...field] },
    { code: 'KFK-K291', severity: 'error', problem: `${what} is of '${other}' already`, fix },
  );
