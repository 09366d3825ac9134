import { isScram } from '../../model/held-secret';
import { begun, replacedBefore } from '../../model/rotations';
import { exitCode, Failure } from '../failure';
import { appliedElsewhere, done, isAppliedHere, stepText, waiting } from './applying';
import type { RotationOptions, RotationOutcome, RotationPlan, RotationSubject, RunRotation } from './kind';
import { requireNothingElseOrLost } from './pending-changes';
import { connectionsOf, isByTurns, principalOf, readersOf, versionOf } from './secret';

/** Of an application with one user, which is refused from the change on until it has the new password. */
export const passwordInPlace: RunRotation = {
  of: 'password',
  runTakes: ['interrupt'],
  covers: (subject) => isScram(principalOf(subject).application) && !isByTurns(subject),
  plan,
  run,
};

function plan(subject: RotationSubject): RotationPlan {
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
export const canCount = ({ cluster }: RotationSubject): boolean => cluster.appliedBy === 'terraform';

const interruption = ({ name }: RotationSubject): string =>
  `'${name}' has one user, and a user has one password: from the change on until a client has the new one its new connections are refused; with secrets: { users: 'two' } of the environment none is`;

async function run(begin: RotationSubject, { interrupt }: RotationOptions): Promise<RotationOutcome> {
  if (!interrupt || !canCount(begin))
    throw new Failure(`the password of '${begin.name}' is not made anew: clients would be refused`, {
      why: [interruption(begin)],
      fix: canCount(begin)
        ? `say secrets: { users: 'two' } and run the same command; or accept it: ${begin.typed('rotate run', begin.name, '--interrupt')}`
        : "say secrets: { users: 'two' } and run the same command: with one user nothing here makes this password anew",
      exit: exitCode.review,
    });
  return await replaceAtOnce(begin);
}

/** The user that clients are given gets another password: whoever has the one before is refused from then on. */
export async function replaceAtOnce(begin: RotationSubject): Promise<RotationOutcome> {
  const props = { version: versionOf(begin), today: begin.today, users: 'one' } as const;
  const { application } = principalOf(begin);
  const { rotations } = begin.resolved;
  // What was recorded and not applied, for somebody cut it off, is applied: another one would refuse clients once more.
  const cutOff = await requireNothingElseOrLost(begin, replacedBefore(rotations, application));
  const subject = cutOff.length > 0 ? begin : begin.record(begun(rotations, application, props));
  const line = `version ${versionOf(subject)} of the password takes the place of the one before`;
  if (!isAppliedHere(subject))
    return waiting([`recorded, not applied: ${line}`], [stepText(appliedElsewhere(subject)), ...readersOf(subject)]);
  await subject.apply();
  return done(line, ...readersOf(subject));
}
