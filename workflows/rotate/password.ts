import { own } from '../../model/by-name';
import { begun, delivered, ended, isScram } from '../../model/rotations';
import { secondUser } from '../../model/users';
import { exitCode, Failure } from '../failure';
import { appliedElsewhere, done, isAppliedHere, stepText, waiting } from './applying';
import type {
  RotationKind,
  RotationOptions,
  RotationOutcome,
  RotationPlan,
  RotationStep,
  RotationSubject,
} from './kind';
import { connectionsOf, factsOf, principalOf, readersOf, versionOf } from './secret';

const rotationOf = ({ resolved, name }: RotationSubject) => own(resolved.rotations.applications, name);

/** Passwords of Kafka's own. A user has one, so that nobody is refused while it changes where there are two users by turns. */
export const password: RotationKind = {
  of: 'password',
  covers: (subject) => isScram(principalOf(subject).application),
  plan: (subject) => (byTurns(subject) ? planByTurns(subject) : planInPlace(subject)),
  run: (subject, options) => (byTurns(subject) ? runByTurns(subject, options) : runInPlace(subject, options)),
  finish,
};

/** A rotation that was begun with two users ends with two. */
const byTurns = (subject: RotationSubject): boolean =>
  subject.resolved.environment.secrets.users === 'two' || rotationOf(subject)?.overlap !== undefined;

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

function planByTurns(subject: RotationSubject): RotationPlan {
  const { name, resolved, typed } = subject;
  const { newest, before, version } = turnOf(subject);
  const here = isAppliedHere(subject) && factsOf(subject).knownAfter === 0;
  const applied: RotationStep[] = here ? [] : [appliedElsewhere(subject), ...propagation(subject)];
  const overlap = rotationOf(subject)?.overlap;
  const introduce: RotationStep[] = [
    {
      by: 'kit',
      what: `the user '${newest}' gets version ${version} of the password and may do all that '${before}' may, who stays; clients are still given '${before}'`,
      command: typed('rotate run', name),
    },
    ...applied,
  ];
  const deliver: RotationStep[] = [
    {
      by: 'kit',
      what: `clients are given '${newest}' and its password; both users are let in`,
      ...(here ? {} : { command: typed('rotate run', name, '--applied') }),
    },
    ...(here ? [] : [appliedElsewhere(subject)]),
  ];
  return {
    environment: resolved.environment.name,
    name,
    of: 'password',
    warnings: [],
    steps: [
      ...(overlap === undefined ? introduce : []),
      ...(overlap === 'delivered' ? [] : deliver),
      { by: 'you', what: 'restart who does not take the new one by itself, and wait until everybody has it' },
      {
        by: 'kit',
        what: `'${before}' loses its password and its permissions`,
        command: typed('rotate finish', name),
      },
      ...(here ? [] : [appliedElsewhere(subject)]),
    ],
    restarts: readersOf(subject),
    connections: connectionsOf(subject, 'password'),
  };
}

function propagation(subject: RotationSubject): RotationStep[] {
  const { knownAfter } = factsOf(subject);
  return knownAfter === 0
    ? []
    : [{ by: 'you', what: `wait ${knownAfter / 60} minutes, until every broker knows the new user` }];
}

async function runByTurns(begin: RotationSubject, { applied }: RotationOptions): Promise<RotationOutcome> {
  let subject = begin;
  const lines: string[] = [];
  const here = isAppliedHere(subject) && factsOf(subject).knownAfter === 0;
  const wasIntroduced = rotationOf(subject)?.overlap === 'introduced';
  if (!rotationOf(subject)?.overlap) {
    const { application } = principalOf(subject);
    const props = { version: versionOf(subject), today: subject.today, users: 'two' } as const;
    subject = subject.record(begun(subject.resolved.rotations, application, props));
  }
  const { newest, before, version } = turnOf(subject);
  const turn = rotationOf(subject)?.overlap;
  if (turn === 'introduced') {
    if (isAppliedHere(subject)) await subject.apply();
    lines.push(`'${newest}' has version ${version} of the password, and '${before}' is let in, too`);
    if (!here && !(applied && wasIntroduced))
      return waiting(lines, [
        ...(isAppliedHere(subject) ? [] : [stepText(appliedElsewhere(subject))]),
        ...propagation(subject).map(stepText),
        `then ${subject.typed('rotate run', subject.name, '--applied')}`,
      ]);
    subject = subject.record(delivered(subject.resolved.rotations, subject.name));
  }
  if (isAppliedHere(subject)) await subject.apply();
  return waiting(
    [...lines, `clients are given '${newest}'; both users are let in`],
    [
      ...(isAppliedHere(subject) ? [] : [stepText(appliedElsewhere(subject))]),
      ...readersOf(subject),
      `once everybody has the new one: ${subject.typed('rotate finish', subject.name)}`,
    ],
  );
}

function planInPlace(subject: RotationSubject): RotationPlan {
  const { name, resolved, typed } = subject;
  return {
    environment: resolved.environment.name,
    name,
    of: 'password',
    warnings: [interruption(subject)],
    steps: canCount(subject)
      ? [
          {
            by: 'kit',
            what: `the user '${principalOf(subject).users[0].name}' gets version ${versionOf(subject) + 1} of the password, and the one before is refused at once`,
            command: typed('rotate run', name, '--interrupt'),
          },
          ...(isAppliedHere(subject) ? [] : [appliedElsewhere(subject)]),
          { by: 'you', what: 'restart who does not take the new one by itself, as soon as it is applied' },
        ]
      : [
          {
            by: 'you',
            what: `change the password where it is kept, or delete the Secret '${name}' beside the cluster, which the User Operator makes again`,
          },
          { by: 'you', what: 'restart who does not take the new one by itself' },
        ],
    restarts: readersOf(subject),
    connections: connectionsOf(subject, 'password'),
  };
}

/** Who reads passwords from outside of Kubernetes, or has an operator make them, counts no versions of one. */
const canCount = ({ cluster }: RotationSubject): boolean => cluster.appliedBy === 'terraform';

const interruption = ({ name }: RotationSubject): string =>
  `'${name}' has one user, and a user has one password: from the change on until a client has the new one its new connections are refused; with secrets: { users: 'two' } of the environment none is`;

async function runInPlace(begin: RotationSubject, { interrupt }: RotationOptions): Promise<RotationOutcome> {
  if (!interrupt || !canCount(begin))
    throw new Failure(`the password of '${begin.name}' is not made anew: clients would be refused`, {
      why: [interruption(begin)],
      fix: canCount(begin)
        ? `say secrets: { users: 'two' } and run the same command; or accept it: ${begin.typed('rotate run', begin.name, '--interrupt')}`
        : "say secrets: { users: 'two' } and run the same command: with one user nothing here makes this password anew",
      exit: exitCode.review,
    });
  const props = { version: versionOf(begin), today: begin.today, users: 'one' } as const;
  const { application } = principalOf(begin);
  const subject = begin.record(begun(begin.resolved.rotations, application, props));
  const lines = [`version ${versionOf(subject)} of the password takes the place of the one before`];
  if (!isAppliedHere(subject)) return waiting(lines, [stepText(appliedElsewhere(subject)), ...readersOf(subject)]);
  await subject.apply();
  return done(...lines, ...readersOf(subject));
}

async function finish(begin: RotationSubject): Promise<RotationOutcome> {
  const rotation = rotationOf(begin);
  if (!rotation) return done(`no rotation of '${begin.name}' was begun`);
  if (rotation.overlap === 'introduced')
    throw new Failure(`clients of '${begin.name}' have not been given its newest user yet`, {
      fix: `${begin.typed('rotate run', begin.name)} first: it goes on where it was`,
      exit: exitCode.review,
    });
  const subject = rotation.overlap ? begin.record(ended(begin.resolved.rotations, begin.name)) : begin;
  const [{ name: user, credential }] = principalOf(subject).users;
  const lines = [`'${user}' with version ${credential?.version} of the password is the only user of '${begin.name}'`];
  if (!isAppliedHere(subject)) return waiting(lines, [stepText(appliedElsewhere(subject))]);
  await subject.apply();
  return done(...lines);
}
