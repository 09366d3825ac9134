import { entriesOf } from '../../../model/by-name';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import { leavable } from './mechanisms';
import { mskSettings } from './settings';

export const mechanismsGoLast: Rule = {
  code: 'KFK-K374',
  severity: 'error',
  title: 'A mechanism leaves a cluster of Amazon MSK after everybody who signs in by it',
  source:
    'a cluster is applied before its applications, so the port, and with passwords the key of their secrets, would go first; https://docs.aws.amazon.com/msk/latest/developerguide/msk-password.html',
  *check(draft) {
    const { environment, inventory } = draft;
    if (environment.disposable) return;
    for (const cluster of mskClusters(draft)) {
      // Whoever made it decides by what one signs in there.
      if (mskSettings(cluster).existing !== undefined) continue;
      for (const mechanism of leavable) {
        if (cluster.authentication.includes(mechanism)) continue;
        const users = entriesOf(inventory.applications)
          .filter(([, known]) => known.cluster === cluster.name && known.authentication === mechanism)
          .map(([name]) => `'${name}'`);
        if (users.length > 0)
          yield at(cluster, 'authentication')
            .problem(
              `${users.join(', ')} signed in by ${mechanism} when '${environment.name}' was recorded, and would be shut out before anything else lets them in`,
            )
            .fix(
              `keep ${mechanism} in the list, give each of them another 'authentication' or take it out, apply and record; then leave ${mechanism} out`,
            );
      }
    }
  },
};

/** What holds of mechanisms that leave. */
export const mechanismRules: readonly Rule[] = [mechanismsGoLast];
