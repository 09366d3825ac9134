import { own } from '../model/by-name';
import { isDay } from '../model/removal';
import { type CredentialAge, credentialAges, recorded } from '../model/rotations';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { foldersOf } from '../workflows/folders';
import { compileOn } from '../workflows/load/compiled';
import { writeRotations } from '../workflows/load/rotations';
import { madeHere } from '../workflows/local-environment/made-here';
import type { Rotatable, RotationOutcome, RotationPlan, RotationSubject } from '../workflows/rotate/kind';
import { finishable, kindOf, runnable } from '../workflows/rotate/kinds';
import { finishLeftOver } from '../workflows/rotate/left-over';
import { subjectOf } from '../workflows/rotate/subject';
import { type FileOption, oneResolved, projectOf, type ResolvedEnvironment, type Told, today, typed } from './compiled';
import { print, printJson, say, table } from './print';

interface RotateOptions extends FileOption {
  readonly format: 'text' | 'json';
}

export interface RotatePlanOptions extends RotateOptions {
  /** Default: what the application proves itself with. */
  readonly of?: Rotatable;
}

export interface RotateFinishOptions extends RotatePlanOptions {
  /** What was told last is applied. Default: `deploy` applies it, or it is not applied yet. */
  readonly applied?: boolean;
}

export interface RotateRunOptions extends RotateFinishOptions {
  /** Whoever connects with what is replaced may be refused in between. Default: nobody may. */
  readonly interrupt?: boolean;
}

export interface RotateRecordOptions extends RotateOptions {
  /** A day such as `2026-12-31`. Default: today. */
  readonly since?: string;
}

/** `kafka-kit rotate plan`: 0. */
export async function rotatePlan(environment: string, name: string, options: RotatePlanOptions): Promise<ExitCode> {
  const subject = subjectIn(environment, name, options);
  const plan = kindOf(subject, options.of).plan(subject);
  if (options.format === 'json') printJson(plan);
  else print(planText(plan));
  return exitCode.clean;
}

/** `kafka-kit rotate run`: 0 done, 3 when somebody has to do something before it goes on. */
export async function rotateRun(environment: string, name: string, options: RotateRunOptions): Promise<ExitCode> {
  const subject = subjectIn(environment, name, options);
  const said = { applied: options.applied ?? false, interrupt: options.interrupt ?? false };
  const kind = runnable(kindOf(subject, options.of), subject, said);
  return tell(await kind.run(subject, said), { environment, name, of: kind.of }, options);
}

/** `kafka-kit rotate finish`: as `run`. */
export async function rotateFinish(environment: string, name: string, options: RotateFinishOptions): Promise<ExitCode> {
  const subject = subjectIn(environment, name, options);
  const left = finishLeftOver(subject);
  if (left) return tell(left, { environment, name, of: 'password' }, options);
  const said = { applied: options.applied ?? false, interrupt: false };
  const kind = finishable(kindOf(subject, options.of), subject, said);
  return tell(await kind.finish(subject, said), { environment, name, of: kind.of }, options);
}

function subjectIn(environment: string, name: string, options: RotateOptions): RotationSubject {
  const told: Told = new Set();
  const load = () => oneResolved(environment, options, told);
  return subjectOf({
    name,
    folders: foldersOf(projectOf(options), process.env),
    today: today(),
    progress: say,
    typed: (command, ...words) => typed(command, environment, options, ...words),
    load,
    pendingChanges: async (rotations) => {
      const { pendingIn } = await import('./deploy.js');
      const { description, ...rest } = load();
      const { resolved } = compileOn({ ...description, rotations }, today());
      if (!resolved) throw new Error(`'${environment}' has errors with other rotations`);
      return await pendingIn({ ...rest, description, resolved }, options);
    },
    apply: async () => {
      const { deployResolved } = await import('./deploy.js');
      const exit = await deployResolved(load(), {
        file: options.file,
        format: 'text',
        concurrency: 2,
        adopt: [],
        wait: true,
      });
      if (exit !== exitCode.clean)
        throw new Failure(`'${environment}' is not applied`, {
          fix: `see to what deploy said, then run the same command again: it goes on where it was`,
          exit,
        });
    },
  });
}

function tell(
  { done, next, exit }: RotationOutcome,
  about: Pick<RotationPlan, 'environment' | 'name' | 'of'>,
  { format }: RotateOptions,
): ExitCode {
  if (format === 'json') printJson({ ...about, done, next });
  else for (const line of [...done.map((one) => `done: ${one}`), ...next.map((one) => `next: ${one}`)]) say(line);
  return exit;
}

function planText({ environment, name, of, warnings, steps, restarts, connections }: RotationPlan): string {
  return [
    `${environment}: the ${of} of ${name}`,
    ...warnings.map((warning) => `warning: ${warning}`),
    ...steps.flatMap(({ by, what, command }, index) => [
      `${index + 1}. ${by === 'kit' ? 'kafka-kit' : by}: ${what}`,
      ...(command ? [`     ${command}`] : []),
    ]),
    ...(restarts.length > 0
      ? [`who ${of === 'authority' ? 'trusts' : 'presents'} it:`, ...restarts.map((line) => `  ${line}`)]
      : []),
    ...(connections
      ? [
          `open connections: ${connections.survive}`,
          `  ended by: ${connections.endedBy}`,
          `  source: ${connections.source}`,
        ]
      : []),
  ].join('\n');
}

/** `kafka-kit rotate status`: 0, or 3 when a credential is overdue. */
export async function rotateStatus(environment: string, options: RotateOptions): Promise<ExitCode> {
  const ages = agesIn(oneResolved(environment, options), options);
  if (options.format === 'json') printJson(ages);
  else
    print(
      table(
        ['application', 'version', 'since', 'due', 'state'],
        ages.map(({ application, version, since, due, overdue, overlap }) => [
          application,
          String(version),
          since ?? 'unknown',
          due ?? (overdue ? 'now' : 'never'),
          [overdue ? 'overdue' : 'good', ...(overlap ? [`rotation ${overlap}`] : [])].join(', '),
        ]),
      ),
    );
  return ages.some(({ overdue }) => overdue) ? exitCode.review : exitCode.clean;
}

/** What this machine made itself, it knows the day of. */
function agesIn({ resolved }: ResolvedEnvironment, options: FileOption): CredentialAge[] {
  return credentialAges(resolved, today(), madeHere(resolved, foldersOf(projectOf(options), process.env)));
}

/** Whatever this machine did not make itself; while a rotation is under way only that says since when. */
function mayBeRecorded(age: CredentialAge, since: string, { resolved }: ResolvedEnvironment): boolean {
  const application = resolved.applications.get(age.application);
  if (!application) return false;
  const isByHand = own(resolved.environment.secrets.versions, age.application) !== undefined;
  if (!isByHand && resolved.clusters.get(application.cluster)?.life === 'local') return false;
  return age.overlap === undefined && age.since !== since;
}

/** `kafka-kit rotate record`, of credentials that were made before anybody counted, or that nobody here makes: 0. */
export async function rotateRecord(
  name: string,
  application: string | undefined,
  { since = today(), ...options }: RotateRecordOptions,
): Promise<ExitCode> {
  const environment = oneResolved(name, options);
  if (!isDay(since) || since > today())
    throw new Failure(`${since} is no day on which a credential can have been made`, {
      fix: `say a day up to today: --since ${today()}`,
      exit: exitCode.usage,
    });
  const ages = agesIn(environment, options);
  const chosen = ages.filter(
    (age) =>
      mayBeRecorded(age, since, environment) &&
      (application === undefined ? age.since === undefined : age.application === application),
  );
  if (application !== undefined && chosen.length === 0)
    throw new Failure(
      ages.some((age) => age.application === application)
        ? `of '${application}' it is known since when it has its credential, from this machine or a rotation that is under way, or since that very day`
        : `no application that holds a secret which somebody has to make anew is called '${application}'`,
      { fix: `${typed('rotate status', name, options)} lists them`, exit: exitCode.usage },
    );
  const { resolved, description } = environment;
  const rotations = chosen.reduce(
    (known, { application: one, version }) => recorded(known, one, { ...own(known.applications, one), version, since }),
    resolved.rotations,
  );
  if (chosen.length > 0) writeRotations(description.rotationsFile, rotations);
  const lines = chosen.map(({ application: one, version }) => ({ application: one, version, since }));
  if (options.format === 'json') printJson(lines);
  else if (lines.length === 0) say('nothing to record: of each credential it is known since when it is there');
  else for (const line of lines) say(`${line.application}: version ${line.version} since ${line.since}`);
  for (const { application: one } of chosen)
    if (own(resolved.environment.secrets.versions, one) !== undefined)
      say(`next: remove secrets.versions['${one}'], which is counted in ${description.files.rotations} now`);
  return exitCode.clean;
}
