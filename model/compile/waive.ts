import type { Environment } from '../environment';
import { useInstead } from '../near-miss';
import { at, type Finding, type Problem, problemAt, type Severity } from '../problem';
import { isAtLeast } from '../profile';
import { isWaivable, type Rule } from '../rule';
import type { ShapeCode } from '../shape-codes';

/** What waivers leave of the problems that rules found, with the problems of the waivers themselves. */
export interface Waived {
  readonly problems: readonly Problem[];
  /** What is set aside in writing, and still true. */
  readonly waived: readonly Problem[];
}

/** Sets aside the problems that a waiver names by code and path; one that has expired sets nothing aside. */
export function waive(
  found: readonly Problem[],
  {
    environment,
    rules,
    today,
  }: { readonly environment: Environment; readonly rules: readonly Rule[]; readonly today: string },
): Waived {
  const waivable = new Map(rules.filter(isWaivable).map((rule) => [rule.code, rule]));
  const waived = new Set<Problem>();
  const said = new Map<string, number>();
  const problems = environment.waivers.flatMap(({ code, path, expires }, index) => {
    const rule = waivable.get(code);
    if (!rule) return [notWaivable(environment, index, code, rules, waivable.keys())];
    const before = said.get(`${code} ${path}`);
    if (before !== undefined) return [saidTwice(environment, index, before)];
    said.set(`${code} ${path}`, index);
    if (rule.profile && !isAtLeast(environment.profile, rule.profile)) return [notAskedFor(environment, index, rule)];
    const matched = found.filter((problem) => problem.code === code && problem.path === path);
    if (matched.length === 0) return [nothingToWaive(environment, index, { code, path }, found)];
    if (expires >= today) for (const problem of matched) waived.add(problem);
    return [];
  });
  return { problems: [...found.filter((problem) => !waived.has(problem)), ...problems], waived: [...waived] };
}

const notWaivable = (
  environment: Environment,
  index: number,
  code: string,
  rules: readonly Rule[],
  waivable: Iterable<string>,
) => {
  const known = rules.some((rule) => rule.code === code);
  return problemOf(
    'KFK-W001',
    'error',
    at(environment, 'waivers', index, 'code')
      .problem(known ? `${code} is an error that nobody may set aside` : `no rule is called '${code}'`)
      .fix(known ? 'remove the waiver, and mend what the rule refuses' : useInstead(code, waivable)),
  );
};

const nothingToWaive = (
  environment: Environment,
  index: number,
  { code, path }: Pick<Problem, 'code' | 'path'>,
  found: readonly Problem[],
) => {
  const elsewhere = found.find((problem) => problem.code === code);
  return problemOf(
    'KFK-W002',
    'warning',
    at(environment, 'waivers', index)
      .problem(`${code} finds nothing at ${path}`)
      .fix(elsewhere ? `remove the waiver, or write the path as the problem does: ${elsewhere.path}` : 'remove it'),
  );
};

const notAskedFor = (environment: Environment, index: number, { code, profile }: Rule) =>
  problemOf(
    'KFK-W004',
    'warning',
    at(environment, 'waivers', index)
      .problem(
        `${code} is asked for from the profile '${profile}' on, and this environment is '${environment.profile}'`,
      )
      .fix('remove it: nothing is set aside here'),
  );

const saidTwice = (environment: Environment, index: number, before: number) =>
  problemOf(
    'KFK-W005',
    'warning',
    at(environment, 'waivers', index).problem(`waivers[${before}] sets the same aside`).fix('remove one of them'),
  );

const problemOf = (code: ShapeCode, severity: Severity, { place, problem, fix }: Finding): Problem =>
  problemAt(place, { code, severity, problem, fix });
