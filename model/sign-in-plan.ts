import type { Application } from './application';
import { own } from './by-name';
import type { Inventory } from './inventory';
import type { Change } from './scale';

/**
 * What an application that signs in otherwise than it was recorded has to do. Absent: it does not, or nothing was recorded.
 * What ran beside a cluster is moved by the kit itself.
 */
export function signInPlan(
  { name, cluster, authentication: now, workload }: Application,
  inventory: Pick<Inventory, 'applications'>,
): Change | undefined {
  const known = own(inventory.applications, name);
  const had = known?.authentication;
  if (had === undefined || had === now || known?.cluster !== cluster || known.revoked || workload) return undefined;
  return {
    change: `${now} instead of ${had}`,
    steps: [
      `stop '${name}', apply, and start it with the connection that is there then: its groups keep their positions`,
      `or, where it cannot stand still: leave it as it is, describe another application with its topics and ${now}, apply, and start that beside it; what consumes has groups of its own, and begins where kafka-consumer-groups.sh --reset-offsets puts them; then take '${name}' out`,
    ],
    warns: [
      `what lets it in by ${had} goes with the same apply that lets it in by ${now}: clients that run are refused`,
    ],
  };
}
