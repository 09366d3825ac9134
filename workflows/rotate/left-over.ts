import { heldSecret } from '../../model/held-secret';
import { ended } from '../../model/rotations';
import { appliedElsewhere, done, isAppliedHere, stepText, waiting } from './applying';
import type { RotationOutcome, RotationSubject } from './kind';
import { rotationOf } from './secret';

/**
 * The end of a rotation whose application signs in by something else since it was begun: what there were two of goes with
 * the way in, when that is applied, and only the record of it is left. Undefined: there is no such rotation.
 */
export function finishLeftOver(subject: RotationSubject): RotationOutcome | undefined {
  const { resolved, name } = subject;
  const application = resolved.applications.get(name);
  if (!application || !rotationOf(subject)?.overlap || heldSecret(application) === 'password') return undefined;
  subject.record(ended(resolved.rotations, name));
  const line = `'${name}' signs in by ${application.authentication} since its rotation was begun, which is at its end: passwords and keys from before go when that is applied`;
  return isAppliedHere(subject) ? done(line) : waiting([line], [stepText(appliedElsewhere(subject))]);
}
