import { nearMiss } from '../../model/near-miss';
import type { JudgedChange, SecondKey } from '../judgement';

/** `KafkaTopic/orders.created`; addresses of Terraform look otherwise. */
const isOfAnObject = (address: string): boolean => /^[A-Z][A-Za-z0-9]*\/[^/]+$/.test(address);

/**
 * Approvals that name nothing there is, where something waits for one: what they were to let go stays while the rest
 * goes. One that is spent is told only then, too.
 */
export function idleApprovals(
  { approvals, today }: SecondKey,
  { addresses, changes }: { readonly addresses: ReadonlySet<string>; readonly changes: readonly JudgedChange[] },
): JudgedChange[] {
  const waiting = changes.filter(({ code, verdict }) => code === 'KFK-D011' || verdict === 'destructive');
  if (waiting.length === 0) return [];
  return approvals
    .filter(({ address, expires }) => isOfAnObject(address) && expires >= today && !addresses.has(address))
    .map(({ address, code, owner }) => {
      const near = nearMiss(
        address,
        waiting.map((change) => change.address),
      );
      const meant = near ? `: did you mean '${near}'?` : '';
      return {
        address,
        verdict: 'review',
        code: 'KFK-D014',
        problem: `the approval of ${code} by ${owner} lets nothing go, because nothing here has that address${meant}`,
        fix: near ? `write ${near}` : 'write the address of what may go, or take the approval out',
      };
    });
}
