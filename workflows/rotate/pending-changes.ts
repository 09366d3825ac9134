import type { Rotations } from '../../model/rotations';
import { exitCode, Failure } from '../failure';
import { LostCredential } from '../secrets/file-store';
import { isAppliedHere } from './applying';
import type { RotationSubject } from './kind';

/** How many of what waits are told by name. */
const told = 5;

/**
 * What is applied with a rotation is that rotation: whatever else waits in the description, somebody else deploys, who has
 * looked at it. `before` is how far a step was that is done again: what the plan of both wants is not of that step.
 * @returns what waits of that step @throws Failure (exit 3) where something else waits
 */
export async function requireNothingElse(subject: RotationSubject, before?: Rotations): Promise<readonly string[]> {
  if (!isAppliedHere(subject)) return [];
  const now = await subject.pendingChanges(subject.resolved.rotations);
  const also = before && now.length > 0 ? new Set(await subject.pendingChanges(before)) : undefined;
  const others = also ? now.filter((change) => also.has(change)) : now;
  if (others.length === 0) return now;
  const rest = others.length - told;
  throw new Failure(
    `something else waits in the description, which would be applied with the rotation of '${subject.name}'`,
    {
      why: [...others.slice(0, told), ...(rest > 0 ? [`and ${rest} more`] : [])],
      fix: `${subject.typed('deploy')} first, or take it back; then run the same command again`,
      exit: exitCode.review,
    },
  );
}

/** The same, where the password that brokers know may be lost: then nothing can be planned before there is another. */
export async function requireNothingElseOrLost(
  subject: RotationSubject,
  before?: Rotations,
): Promise<readonly string[]> {
  try {
    return await requireNothingElse(subject, before);
  } catch (error) {
    if (!(error instanceof LostCredential && error.application === subject.name)) throw error;
    return [];
  }
}
