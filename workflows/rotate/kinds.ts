import { useInstead } from '../../model/near-miss';
import { exitCode, Failure } from '../failure';
import { authority, brokerCertificates, clientCertificate } from './certificates';
import { clientSecret } from './client-secret';
import { connectorSecrets } from './connector-secrets';
import { key } from './key';
import {
  belongsTo,
  type Rotatable,
  type RotationKind,
  type RotationOptions,
  type RotationSubject,
  type RunRotation,
  type SteppedRotation,
} from './kind';
import { password } from './password';
import { passwordInPlace } from './password-in-place';
import { planned } from './planned';

/** The first that covers a subject does it. */
const kinds: readonly RotationKind[] = [
  password,
  passwordInPlace,
  key,
  clientSecret,
  clientCertificate,
  brokerCertificates,
  authority,
  ...planned,
  connectorSecrets,
];

/** What knows how to make something of a subject anew. @throws Failure (exit 2) where nothing of it is */
export function kindOf(subject: RotationSubject, asked: Rotatable | undefined): RotationKind {
  const noun = nounOf(subject);
  const fitting = kinds.filter(({ of }) => belongsTo[of] === noun).filter((kind) => kind.covers(subject));
  const choices = [...new Set(fitting.map(({ of }) => of))];
  const only = fitting.find(({ of }) => asked === undefined || of === asked);
  if (only && (asked !== undefined || choices.length === 1)) return only;
  throw new Failure(
    asked === undefined && only
      ? `the ${noun} '${subject.name}' has several things that are made anew`
      : `the ${noun} '${subject.name}' has ${asked ? `no ${asked}` : 'nothing'} that is made anew`,
    {
      fix:
        choices.length === 0
          ? nothingOf[noun]
          : asked === undefined
            ? `say --of ${choices.join(', or --of ')}`
            : `--of ${useInstead(asked, choices)}`,
      exit: exitCode.usage,
    },
  );
}

const nounOf = ({ resolved, name }: RotationSubject): (typeof belongsTo)[Rotatable] =>
  resolved.applications.has(name) ? 'application' : resolved.clusters.has(name) ? 'cluster' : 'connector';

const nothingOf = {
  application: 'nothing has to be done: the platform that it runs on vouches for it',
  cluster: 'nothing has to be done',
  connector: 'nothing has to be done: it names no secret',
} as const;

/** One that the kit itself makes anew. @throws Failure (exit 3) where somebody else does, (exit 2) where an option says nothing to it */
export function runnable(kind: RotationKind, subject: RotationSubject, options: RotationOptions): RunRotation {
  if (!('run' in kind)) throw notFromHere(kind, subject);
  requireTaken(kind.runTakes, options, `the ${kind.of} of '${subject.name}'`);
  return kind;
}

/** One that has an end of its own. @throws Failure as above, (exit 2) where `run` was all there is */
export function finishable(kind: RotationKind, subject: RotationSubject, options: RotationOptions): SteppedRotation {
  if (!('run' in kind)) throw notFromHere(kind, subject);
  if (!('finish' in kind))
    throw new Failure(`of the ${kind.of} of '${subject.name}' nothing is left to finish: run does all of it`, {
      fix: `make it anew with ${subject.typed('rotate run', subject.name, '--of', kind.of)}`,
      exit: exitCode.usage,
    });
  requireTaken(kind.finishTakes, options, `the ${kind.of} of '${subject.name}'`);
  return kind;
}

function notFromHere(kind: RotationKind, subject: RotationSubject): Failure {
  return new Failure(`the ${kind.of} of '${subject.name}' is not made anew from here`, {
    why: kind.plan(subject).steps.flatMap(({ command }) => command ?? []),
    fix: `do what ${subject.typed('rotate plan', subject.name, '--of', kind.of)} says`,
    exit: exitCode.review,
  });
}

function requireTaken(taken: readonly (keyof RotationOptions)[], options: RotationOptions, what: string): void {
  for (const option of ['applied', 'interrupt'] as const)
    if (options[option] && !taken.includes(option))
      throw new Failure(`--${option} says nothing of ${what}`, { fix: 'leave it out', exit: exitCode.usage });
}
