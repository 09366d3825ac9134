import { claimKey } from '../../../model/claim';
import type { Cluster } from '../../../model/cluster';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { namespaces } from './namespaces';

/** Two environments of one project are told apart where both are read (KFK-K291). */
export const madeOnce: Rule = {
  code: 'KFK-K237',
  severity: 'error',
  title: 'Nothing of Azure is made by two clusters',
  source: "users' pain: «a resource with the ID already exists», in the middle of an apply",
  *check(draft) {
    const first = new Map<string, Cluster>();
    for (const cluster of namespaces(draft))
      for (const claim of cluster.claims ?? []) {
        const key = claimKey(cluster, claim);
        const before = first.get(key);
        if (!before) first.set(key, cluster);
        // What one cluster says twice is told where it is said.
        else if (before !== cluster)
          yield at(cluster, ...claim.field)
            .problem(`${claim.what} is of '${before.name}' already`)
            .fix(claim.fix);
      }
  },
};

export const madeOnceRules: readonly Rule[] = [madeOnce];
