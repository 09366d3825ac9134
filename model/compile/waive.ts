import type { Environment } from '../environment';
import { useInstead } from '../near-miss';
import { at, type Finding, type Problem, problemAt, type Severity } from '../problem';
import type { Rule } from '../rule';
import type { ShapeCode } from '../shape-codes';

/** What waivers leave of the problems that rules found, with the problems of the waivers themselves. */
export interface Waived {
  readonly problems: readonly Problem[];
  /** What is set aside in writing, and still true. */
  readonly waived: readonly Problem[];
}

/** A warning may always be waived; an error only where its rule says that it is best practice. */
const isWaivable = ({ severity, waivable }: Rule) => severity === 'warning' || waivable === true;

/** Sets aside the problems that a waiver names by code and path; one that has expired sets nothing aside. */
export function waive(
  found: readonly Problem[],
  {
    environment,
    rules,
    today,
  }: { readonly environment: Environment; readonly rules: readonly Rule[]; readonly today: string },
): Waived {
  const waivable = new Set(rules.filter(isWaivable).map(({ code }) => code));
  const waived = new Set<Problem>();
  const problems = environment.waivers.flatMap(({ code, path, expires }, index) => {
    if (!waivable.has(code)) return [notWaivable(environment, index, code, waivable)];
    const matched = found.filter((problem) => problem.code === code && problem.path === path);
    if (matched.length === 0) return [nothingToWaive(environment, index, code, path)];
    if (expires >= today) for (const problem of matched) waived.add(problem);
    return [];
  });
  return { problems: [...found.filter((problem) => !waived.has(problem)), ...problems], waived: [...waived] };
}

const notWaivable = (environment: Environment, index: number, code: string, waivable: ReadonlySet<string>) =>
  problemOf(
    'KFK-W001',
    'error',
    at(environment, 'waivers', index, 'code')
      .problem(`'${code}' is no rule that can be waived`)
      .fix(useInstead(code, waivable)),
  );

const nothingToWaive = (environment: Environment, index: number, code: string, path: string) =>
  problemOf(
    'KFK-W002',
    'warning',
    at(environment, 'waivers', index)
      .problem(`${code} finds nothing at ${path}`)
      .fix('remove the waiver, or write the path as the problem does'),
  );

const problemOf = (code: ShapeCode, severity: Severity, { place, problem, fix }: Finding): Problem =>
  problemAt(place, { code, severity, problem, fix });
