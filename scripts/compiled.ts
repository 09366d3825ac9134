import { dirname, resolve } from 'node:path';
import { kitCommandOn } from '../model/kit-command';
import type { Problem } from '../model/problem';
import type { Resolved } from '../model/resolved';
import { exitCode, Failure } from '../workflows/failure';
import { type CompiledEnvironment, type CompiledEnvironments, loadCompiled } from '../workflows/load/compiled';
import { load } from '../workflows/load/load';
import { printJson } from './print';
import { countProblems, sayProblems } from './problems';

export interface FileOption {
  readonly file?: string;
}

export interface FormatOption {
  readonly format?: string;
}

/** The day on which descriptions are judged. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The project whose state a command uses: the folder of `--file`, or where the command runs. */
export const projectOf = ({ file }: FileOption): string =>
  file === undefined ? process.cwd() : dirname(resolve(file));

/** A command as it is typed for the same description. */
export const typed = (command: string, name: string, { file }: FileOption, ...words: readonly string[]): string =>
  kitCommandOn(name, file, command, ...words);

/** The environment that a command is about when none is named: the only one of `--file`, else `local`. */
export function nameOr(name: string | undefined, { file }: FileOption): string {
  if (name !== undefined || file === undefined) return name ?? 'local';
  const { descriptions } = load({ folder: process.cwd(), file });
  return descriptions.length === 1 && descriptions[0] ? descriptions[0].name : 'local';
}

/** Reads the environments that a command is about: those of `--file`, or of `environments/` where the command runs. */
export const compiled = (names: readonly string[], { file }: FileOption): CompiledEnvironments =>
  loadCompiled({ folder: process.cwd(), file, names, today: today() });

export type ResolvedEnvironment = CompiledEnvironment & { readonly resolved: Resolved };

/** Problems that a command has shown. */
export type Told = Set<string>;

/**
 * Environments without errors. Problems are shown, and an error ends the command; where JSON was asked for, it is then
 * that of `check`. @throws Failure (exit 1)
 */
export function resolvedOnly(
  { environments, problems }: CompiledEnvironments,
  { format }: FormatOption = {},
  told: Told = new Set(),
): readonly ResolvedEnvironment[] {
  const untold = problems.filter((problem) => !told.has(JSON.stringify(problem)));
  sayProblems(untold);
  for (const problem of untold) told.add(JSON.stringify(problem));
  if (format === 'json' && problems.some(isError)) printJson({ problems });
  const resolved = environments.filter(
    (environment): environment is ResolvedEnvironment => environment.resolved !== undefined,
  );
  if (resolved.length < environments.length || problems.some(isError))
    throw new Failure(`the description has ${countProblems(problems)}`, { exit: exitCode.problems });
  return resolved;
}

/**
 * The one environment that a command is about. `told`: where it reads the same one again and again, what was said of it
 * already. @throws Failure (exit 1) when it has errors.
 */
export function oneResolved(name: string, options: FileOption & FormatOption, told?: Told): ResolvedEnvironment {
  const [only] = resolvedOnly(compiled([name], options), options, told);
  if (!only) throw new Failure(`there is no environment '${name}'`, { exit: exitCode.usage });
  return only;
}

/**
 * What may be applied: an environment that promotes from another only what was promoted to it, not the working tree.
 * @throws Failure (exit 1)
 */
export function promotedOnly(environments: readonly ResolvedEnvironment[]): readonly ResolvedEnvironment[] {
  for (const { name, description } of environments)
    if (description.basis === 'unpromoted')
      throw new Failure(`'${name}' has no release yet, so nothing may be applied to it`, {
        fix: `kafka-kit promote ${description.value.promotesFrom} ${name}`,
        exit: exitCode.problems,
      });
  return environments;
}

const isError = ({ severity }: Problem) => severity === 'error';
