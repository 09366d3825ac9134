import { clustersOn, type Draft } from '../../../model/draft';
import { groupBy } from '../../../model/group-by';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';

export const throttledByBytes: Rule = {
  code: 'KFK-K253',
  severity: 'error',
  title: 'A quota on Event Hubs counts bytes',
  source:
    'https://learn.microsoft.com/azure/event-hubs/resource-governance-overview: incoming and outgoing bytes and messages',
  *check(draft) {
    for (const { name } of clustersOn(draft, 'event-hubs'))
      for (const application of draft.applications.values())
        if (application.cluster === name && application.quota?.request_percentage !== undefined)
          yield at(application, 'quota', 'requestPercentage')
            .problem("nobody's threads are counted: an application group throttles bytes")
            .fix("leave it out here: say quota with produce and consume in the environment's overrides");
  },
};

/** Half of what a subscription holds: less would warn where there is nothing to mend. */
const many = 2000;

export const identicalGrants: Rule = {
  code: 'KFK-K258',
  severity: 'warning',
  title: 'Where role assignments become scarce, no applications have the very same',
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/troubleshoot-limits: 4,000 in a subscription; «reduce them by assigning roles to groups instead of individual users»',
  *check(draft) {
    const grants = clustersOn(draft, 'event-hubs').map((cluster) => ({
      cluster,
      granted: grantsOn(cluster.name, draft),
    }));
    const all = grants.flatMap(({ granted }) => granted.map(({ topics }) => topics.length));
    if (all.reduce((sum, count) => sum + count, 0) <= many) return;
    for (const { cluster, granted } of grants)
      for (const same of groupBy(granted, ({ topics }) => topics.join(' ')).values()) {
        const [{ topics } = { topics: [] }] = same;
        if (same.length < 2 || topics.length === 0) continue;
        const names = same.map(({ application }) => `'${application}'`);
        const shown = names.length > 8 ? [...names.slice(0, 8), '…'] : names;
        yield at(cluster)
          .problem(
            `${same.length} applications have the same ${topics.length} grants: ${shown.join(', ')}; one group of Entra ID would need ${topics.length} role assignments where they need ${same.length * topics.length}`,
          )
          .fix(
            'describe them as one application whose identity they share, or give a group of Entra ID the roles: docs/guides/event-hubs.md',
          );
      }
  },
};

/** What each application, as somebody whom Entra ID knows, is granted: `produce orders.created`. */
function grantsOn(cluster: string, { applications, flows }: Draft) {
  const flowsOf = groupBy(flows, ({ application }) => application);
  return [...applications.values()]
    .filter((application) => application.cluster === cluster && byIdentity(application.authentication))
    .map(({ name }) => ({
      application: name,
      topics: [...new Set((flowsOf.get(name) ?? []).map(({ direction, topic }) => `${direction} ${topic}`))].sort(),
    }));
}

const byIdentity = (authentication: string) => authentication !== 'sas';

export const grantRules: readonly Rule[] = [throttledByBytes, identicalGrants];
