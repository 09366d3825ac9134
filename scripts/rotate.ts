import { isDay } from '../model/removal';
import type { Resolved } from '../model/resolved';
import { type CredentialAge, credentialAges, recorded } from '../model/rotations';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { foldersOf } from '../workflows/folders';
import { writeRotations } from '../workflows/load/rotations';
import type { Rotatable, RotationOutcome, RotationPlan } from '../workflows/rotate/kind';
import { kindOf } from '../workflows/rotate/kinds';
import { subjectOf } from '../workflows/rotate/subject';
import { type FileOption, oneResolved, projectOf, today } from './compiled';
import { print, printJson, say, table } from './print';

export interface RotateOptions extends FileOption {
  readonly format: 'text' | 'json';
  readonly of?: Rotatable;
  readonly applied?: boolean;
  readonly interrupt?: boolean;
  /** A day such as `2026-12-31`. */
  readonly since?: string;
}

type Action = 'plan' | 'run' | 'finish' | 'status' | 'record';

/** `kafka-kit rotate`: 0 done, or told; 3 when somebody has to do something before it goes on, or a credential is overdue. */
export async function rotate(
  action: Action,
  environment: string,
  name: string | undefined,
  options: RotateOptions,
): Promise<ExitCode> {
  if (action === 'status') return status(environment, options);
  if (action === 'record') return record(environment, name, options);
  if (name === undefined)
    throw new Failure(`rotate ${action} is about an application or a cluster`, {
      fix: `name it: kafka-kit rotate ${action} ${environment} <name>`,
      exit: exitCode.usage,
    });
  const subject = subjectOf({
    name,
    folders: foldersOf(projectOf(options), process.env),
    today: today(),
    progress: say,
    typed: (command, ...words) => typedFor(command, environment, words, options),
    load: () => oneResolved(environment, options),
    apply: async () => {
      const { deploy } = await import('./deploy.js');
      const exit = await deploy(environment, {
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
  const kind = kindOf(subject, options.of);
  if (action === 'plan') {
    const plan = kind.plan(subject);
    if (options.format === 'json') printJson(plan);
    else print(planText(plan));
    return exitCode.clean;
  }
  const outcome = await kind[action](subject, {
    applied: options.applied ?? false,
    interrupt: options.interrupt ?? false,
  });
  if (options.format === 'json') printJson({ environment, name, of: kind.of, done: outcome.done, next: outcome.next });
  else sayOutcome(outcome);
  return outcome.exit;
}

/** `kafka-kit rotate run prod order-service`, with the file that the description was read from. */
const typedFor = (command: string, environment: string, words: readonly string[], { file }: FileOption): string =>
  ['kafka-kit', command, environment, ...words, ...(file === undefined ? [] : ['--file', file])].join(' ');

function planText({ environment, name, of, warnings, steps, restarts, connections }: RotationPlan): string {
  return [
    `${environment}: the ${of} of ${name}`,
    ...warnings.map((warning) => `warning: ${warning}`),
    ...steps.flatMap(({ by, what, command }, index) => [
      `${index + 1}. ${by === 'kit' ? 'kafka-kit' : by}: ${what}`,
      ...(command ? [`     ${command}`] : []),
    ]),
    ...(restarts.length > 0 ? ['who presents it:', ...restarts.map((line) => `  ${line}`)] : []),
    ...(connections
      ? [
          `open connections: ${connections.survive}`,
          `  ended by: ${connections.endedBy}`,
          `  source: ${connections.source}`,
        ]
      : []),
  ].join('\n');
}

function sayOutcome({ done, next }: RotationOutcome): void {
  for (const line of done) say(`done: ${line}`);
  for (const line of next) say(`next: ${line}`);
}

function status(environment: string, options: RotateOptions): ExitCode {
  const { resolved } = oneResolved(environment, options);
  const ages = credentialAges(resolved, today());
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

/** What nobody counted yet; and another certificate, which authorities elsewhere make. */
function mayBeRecorded(age: CredentialAge, since: string, { applications }: Resolved): boolean {
  const { authentication = '' } = applications.get(age.application) ?? {};
  return age.since === undefined || (authentication === 'mtls' && age.since < since);
}

/** Of credentials that were made before anybody counted, or that nobody here makes. */
function record(
  environment: string,
  name: string | undefined,
  { since = today(), ...options }: RotateOptions,
): ExitCode {
  const { resolved, description } = oneResolved(environment, options);
  if (!isDay(since) || since > today())
    throw new Failure(`${since} is no day on which a credential can have been made`, {
      fix: `say a day up to today: --since ${today()}`,
      exit: exitCode.usage,
    });
  const ages = credentialAges(resolved, today());
  const chosen = ages.filter((age) =>
    name === undefined ? age.since === undefined : age.application === name && mayBeRecorded(age, since, resolved),
  );
  if (name !== undefined && chosen.length === 0)
    throw new Failure(
      ages.some(({ application }) => application === name)
        ? `it is recorded already since when '${name}' has its credential`
        : `no application that holds a secret is called '${name}'`,
      { fix: `kafka-kit rotate status ${environment} lists them`, exit: exitCode.usage },
    );
  const rotations = chosen.reduce(
    (known, { application, version }) => recorded(known, application, { version, since }),
    resolved.rotations,
  );
  if (chosen.length > 0) writeRotations(description.rotationsFile, rotations);
  for (const { application, version } of chosen) say(`${application}: version ${version} since ${since}`);
  return exitCode.clean;
}
