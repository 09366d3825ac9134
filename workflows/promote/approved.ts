import type { Environment } from '../../model/environment';
import type { Change } from './difference';
import { type Grade, grades } from './grades';

/** A change with who lets it pass, where it needs that. */
export interface WeighedChange extends Change {
  /** Absent: it needs no approval, or has none. */
  readonly approved?: string;
}

/** Looks for the second key of each destructive change: the same approvals that the judge of plans reads. */
export function weighed(
  changes: readonly Change[],
  { disposable, approvals }: Pick<Environment, 'disposable' | 'approvals'>,
): readonly WeighedChange[] {
  return changes.map((change) => {
    if (change.grade !== 'destructive') return change;
    if (disposable) return { ...change, approved: 'the environment is disposable' };
    const found = approvals.find(({ code, address }) => code === change.approval && address === change.address);
    return found ? { ...change, approved: `${found.owner} approved it until ${found.expires}` } : change;
  });
}

export const isRefused = ({ grade, approved }: WeighedChange): boolean => grade === 'destructive' && !approved;

/** The worst grade of all; what is approved is still to be reviewed. */
export const verdictOf = (changes: readonly WeighedChange[]): Grade =>
  grades.findLast((grade) => changes.some((change) => (change.approved ? 'review' : change.grade) === grade)) ?? 'safe';
