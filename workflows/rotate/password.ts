import { isScram } from '../../model/held-secret';
import { passwordVariable } from '../../model/names';
import { begun, delivered, ended, stepBefore } from '../../model/rotations';
import { placeOf } from '../../model/secret-consumers';
import { secondUser, type Users, usersOf } from '../../model/users';
import { exitCode, Failure } from '../failure';
import { appliedElsewhere, done, isAppliedHere, stepText, waiting } from './applying';
import type {
  RotationOptions,
  RotationOutcome,
  RotationPlan,
  RotationStep,
  RotationSubject,
  SteppedRotation,
} from './kind';
import { canCount, replaceAtOnce } from './password-in-place';
import { requireNothingElse } from './pending-changes';
import { connectionsOf, factsOf, isByTurns, principalOf, readersOf, rotationOf, versionOf } from './secret';

/** Passwords of Kafka's own. A user has one, so an application has two users by turns, and nobody is refused. */
export const password: SteppedRotation = {
  of: 'password',
  runTakes: ['applied', 'interrupt'],
  finishTakes: ['applied'],
  covers: (subject) => isScram(principalOf(subject).application) && isByTurns(subject),
  plan,
  run,
  finish,
};

/** The users whom a rotation that is asked for now is about, or one that is under way. */
function turnOf(subject: RotationSubject) {
  const rotation = rotationOf(subject);
  const { name } = subject;
  const isSecond = rotation?.overlap ? rotation.second : !rotation?.second;
  const version = versionOf(subject) + (rotation?.overlap ? 0 : 1);
  return isSecond
    ? { version, newest: secondUser(name), before: name }
    : { version, newest: name, before: secondUser(name) };
}

/** Of a rotation that is asked for now, or of one that is under way: whom brokers take once clients are given the newest. */
function usersThen(subject: RotationSubject): Users {
  const { resolved, cluster, name, today } = subject;
  const { application } = principalOf(subject);
  const props = { version: versionOf(subject), today, users: 'two' } as const;
  const rotations = rotationOf(subject)?.overlap ? resolved.rotations : begun(resolved.rotations, application, props);
  return usersOf(application, cluster, { environment: resolved.environment, rotations: delivered(rotations, name) });
}

/** Whether the next step can be taken as soon as this one is applied. */
const goesOn = (subject: RotationSubject): boolean => isAppliedHere(subject) && factsOf(subject).knownAfter === 0;

function plan(subject: RotationSubject): RotationPlan {
  const { name, resolved, typed } = subject;
  const { newest, before, version } = turnOf(subject);
  const here = goesOn(subject);
  const overlap = rotationOf(subject)?.overlap;
  const introduce: RotationStep[] = [
    {
      by: 'kit',
      what: `the user '${newest}' gets version ${version} of the password and may do all that '${before}' may, who stays; clients are still given '${before}'`,
      command: typed('rotate run', name),
    },
  ];
  const deliver: RotationStep[] = [
    ...(here ? [] : [...given(subject), ...applying(subject), ...propagation(subject)]),
    {
      by: 'kit',
      what: `clients are given '${newest}' and its password; both users are let in`,
      ...(here ? {} : { command: typed('rotate run', name, '--applied') }),
    },
  ];
  return {
    environment: resolved.environment.name,
    name,
    of: 'password',
    warnings: [],
    steps: [
      ...(overlap === undefined ? introduce : []),
      ...(overlap === 'delivered' ? [] : deliver),
      ...applying(subject),
      { by: 'you', what: 'restart who does not take the new one by itself, and wait until everybody has it' },
      {
        by: 'kit',
        what: `'${before}' loses its password and its permissions`,
        command: typed('rotate finish', name, ...(isAppliedHere(subject) ? [] : ['--applied'])),
      },
      ...applying(subject),
      ...leftBehind(subject),
    ],
    restarts: readersOf(subject, usersThen(subject).delivered),
    connections: connectionsOf(subject, 'password'),
  };
}

const applying = (subject: RotationSubject): RotationStep[] =>
  isAppliedHere(subject) ? [] : [appliedElsewhere(subject)];

/** Whoever keeps passwords of a cluster by himself hands the new one to Terraform. */
function given(subject: RotationSubject): RotationStep[] {
  const { cluster } = subject;
  const { credential, name } = usersThen(subject).delivered;
  return isAppliedHere(subject) || credential?.store !== 'files'
    ? []
    : [
        {
          by: 'you',
          what: `make a password for '${name}' and give it to whoever applies, as TF_VAR_${passwordVariable(cluster.name, name)}`,
        },
      ];
}

function propagation(subject: RotationSubject): RotationStep[] {
  const { knownAfter } = factsOf(subject);
  return knownAfter === 0
    ? []
    : [{ by: 'you', what: `wait ${knownAfter / 60} minutes, until every broker knows the new user` }];
}

/** What was pushed to a store outside stays there: the kit deletes nothing in a store that others use. */
function leftBehind(subject: RotationSubject): RotationStep[] {
  const [, before] = usersThen(subject).accepted;
  const { credential } = before ?? {};
  return subject.cluster.appliedBy === 'kubernetes' && credential && credential.store !== 'kubernetes'
    ? [{ by: 'you', what: `delete ${placeOf(credential)}, which stays there and which nobody reads any more` }]
    : [];
}

async function run(begin: RotationSubject, options: RotationOptions): Promise<RotationOutcome> {
  return options.interrupt ? await atOnce(begin, options) : await inSteps(begin, options);
}

/** A password that somebody has who should not: nobody waits until all clients have another. */
async function atOnce(subject: RotationSubject, { applied }: RotationOptions): Promise<RotationOutcome> {
  const { name, typed } = subject;
  const refuse = (problem: string, fix: string) => new Failure(problem, { fix, exit: exitCode.usage });
  if (applied) throw refuse('--interrupt and --applied say two things', 'leave one of them out');
  if (!canCount(subject))
    throw refuse(`nothing here replaces the password of a user of '${name}' at once`, 'leave --interrupt out');
  if (rotationOf(subject)?.overlap)
    throw refuse(
      `a rotation of '${name}' is under way, and --interrupt begins another`,
      `${typed('rotate finish', name)} takes the password before away; leave --interrupt out to go on`,
    );
  return await replaceAtOnce(subject);
}

async function inSteps(begin: RotationSubject, { applied }: RotationOptions): Promise<RotationOutcome> {
  let subject = begin;
  const lines: string[] = [];
  const said = wording(begin);
  const wasIntroduced = rotationOf(subject)?.overlap === 'introduced';
  const { application } = principalOf(subject);
  if (rotationOf(subject)?.overlap)
    await requireNothingElse(subject, stepBefore(subject.resolved.rotations, application));
  else {
    const props = { version: versionOf(subject), today: subject.today, users: 'two' } as const;
    await requireNothingElse(subject);
    subject = subject.record(begun(subject.resolved.rotations, application, props));
  }
  const { newest, before, version } = turnOf(subject);
  if (rotationOf(subject)?.overlap === 'introduced') {
    if (isAppliedHere(subject)) await subject.apply();
    const isNew = !(applied && wasIntroduced);
    lines.push(
      isNew
        ? said(`'${newest}' has version ${version} of the password, and '${before}' is let in, too`)
        : `'${newest}' has version ${version} of the password, as you say; '${before}' is let in, too`,
    );
    if (!goesOn(subject) && isNew)
      return waiting(
        lines,
        [...given(subject), ...applying(subject), ...propagation(subject)]
          .map(stepText)
          .concat(`then ${subject.typed('rotate run', subject.name, '--applied')}`),
      );
    subject = subject.record(delivered(subject.resolved.rotations, subject.name));
  }
  if (isAppliedHere(subject)) await subject.apply();
  const finishing = subject.typed('rotate finish', subject.name, ...(isAppliedHere(subject) ? [] : ['--applied']));
  return waiting(
    [...lines, said(`clients are given '${newest}'; both users are let in`)],
    [...applying(subject).map(stepText), ...readersOf(subject), `once everybody has the new one: ${finishing}`],
  );
}

/** What is written is no more than that until somebody has applied it. */
const wording = (subject: RotationSubject): ((line: string) => string) =>
  isAppliedHere(subject) ? (line) => line : (line) => `recorded, not applied: ${line}`;

async function finish(begin: RotationSubject, { applied }: RotationOptions): Promise<RotationOutcome> {
  const rotation = rotationOf(begin);
  if (!rotation) return done(`no rotation of '${begin.name}' was begun`);
  if (rotation.overlap === 'introduced')
    throw new Failure(`clients of '${begin.name}' have not been given its newest user yet`, {
      fix: `${begin.typed('rotate run', begin.name)} first: it goes on where it was`,
      exit: exitCode.review,
    });
  if (rotation.overlap && !isAppliedHere(begin) && !applied)
    throw new Failure(`nobody has said that clients of '${begin.name}' are given its newest user`, {
      why: [stepText(appliedElsewhere(begin)), ...readersOf(begin)],
      fix: `once that is applied and everybody has restarted: ${begin.typed('rotate finish', begin.name, '--applied')}`,
      exit: exitCode.review,
    });
  const { rotations } = begin.resolved;
  await requireNothingElse(begin, rotation.overlap ? undefined : stepBefore(rotations, principalOf(begin).application));
  const left = rotation.overlap ? leftBehind(begin).map(stepText) : [];
  const subject = rotation.overlap ? begin.record(ended(begin.resolved.rotations, begin.name)) : begin;
  const [{ name: user, credential }] = principalOf(subject).users;
  const lines = [
    wording(subject)(
      `'${user}' with version ${credential?.version} of the password is the only user of '${begin.name}'`,
    ),
  ];
  if (!isAppliedHere(subject)) return waiting(lines, [stepText(appliedElsewhere(subject)), ...left]);
  await subject.apply();
  return { ...done(...lines), next: left };
}
