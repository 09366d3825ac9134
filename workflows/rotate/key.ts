import { begun, ended, stepBefore } from '../../model/rotations';
import { exitCode, Failure } from '../failure';
import { appliedElsewhere, done, isAppliedHere, stepText, waiting } from './applying';
import type { RotationOptions, RotationOutcome, RotationPlan, RotationSubject, SteppedRotation } from './kind';
import { requireNothingElse } from './pending-changes';
import { connectionsOf, factsOf, principalOf, readersOf, rotationOf, versionOf } from './secret';

/** A rule with two keys: odd versions are its first, even ones its second, and the one that nobody has is made anew last. */
export const key: SteppedRotation = {
  of: 'key',
  runTakes: [],
  finishTakes: ['applied'],
  covers: (subject) => principalOf(subject).application.authentication === 'sas',
  plan,
  run,
  finish,
};

const keyName = (version: number): string => (version % 2 === 1 ? 'first' : 'second');

/** Takes the key of the version before away from whoever still has it. */
function retire(subject: RotationSubject, newest: number): string {
  const { retireKey } = factsOf(subject);
  const topic = principalOf(subject).permissions.find(({ resourceType }) => resourceType === 'Topic')?.resourceName;
  if (!retireKey || topic === undefined) throw new Error(`'${subject.name}' has no key that is one of two`);
  return retireKey({ cluster: subject.cluster, application: subject.name, topic, version: newest - 1 });
}

function plan(subject: RotationSubject): RotationPlan {
  const { name, resolved, typed } = subject;
  const overlap = rotationOf(subject)?.overlap !== undefined;
  const version = versionOf(subject) + (overlap ? 0 : 1);
  const applied = isAppliedHere(subject) ? [] : [appliedElsewhere(subject)];
  return {
    environment: resolved.environment.name,
    name,
    of: 'key',
    warnings: [],
    steps: [
      ...(overlap
        ? []
        : [
            {
              by: 'kit' as const,
              what: `clients are given the ${keyName(version)} key as version ${version}; the ${keyName(version - 1)} is let in, too`,
              command: typed('rotate run', name),
            },
            ...applied,
          ]),
      { by: 'you', what: 'restart who does not take the new one by itself, and wait until everybody has it' },
      {
        by: 'you',
        what: `make the ${keyName(version - 1)} key anew, so that whoever still has it is refused`,
        command: retire(subject, version),
      },
      { by: 'kit', what: 'nobody has the key before', command: typed('rotate finish', name, '--applied') },
    ],
    restarts: readersOf(subject),
    connections: connectionsOf(subject, 'key'),
  };
}

async function run(begin: RotationSubject): Promise<RotationOutcome> {
  const { application } = principalOf(begin);
  const { rotations } = begin.resolved;
  await requireNothingElse(begin, rotationOf(begin)?.overlap && stepBefore(rotations, application));
  const subject = rotationOf(begin)?.overlap
    ? begin
    : begin.record(
        begun(begin.resolved.rotations, application, { version: versionOf(begin), today: begin.today, users: 'two' }),
      );
  if (isAppliedHere(subject)) await subject.apply();
  const version = versionOf(subject);
  return waiting(
    [`version ${version}, the ${keyName(version)} key, is what clients are given; both keys are let in`],
    [
      ...(isAppliedHere(subject) ? [] : [stepText(appliedElsewhere(subject))]),
      ...readersOf(subject),
      `once everybody has the new one: ${retire(subject, version)}`,
      `then ${subject.typed('rotate finish', subject.name, '--applied')}`,
    ],
  );
}

/** The key before is made anew by whoever may; that it was, only he can say. */
async function finish(subject: RotationSubject, { applied }: RotationOptions): Promise<RotationOutcome> {
  if (!rotationOf(subject)?.overlap) return done(`no rotation of '${subject.name}' is under way`);
  const version = versionOf(subject);
  if (!applied)
    throw new Failure(`the key before is still let in: nothing here makes one of Event Hubs anew`, {
      why: [retire(subject, version)],
      fix: `run that, then ${subject.typed('rotate finish', subject.name, '--applied')}`,
      exit: exitCode.review,
    });
  subject.record(ended(subject.resolved.rotations, subject.name));
  return done(`version ${version} is the only key of '${subject.name}' that anybody has`);
}
