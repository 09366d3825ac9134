import type { Denial } from '../denial';
import type { Draft } from '../draft';
import { common, covers, type Grant, literal, onCluster, operationsAllowedBy, prefixed } from '../grant';
import { didYouMean } from '../near-miss';
import { permissionsOf } from '../permissions';
import { at } from '../problem';
import type { Rule } from '../rule';

type Named = Denial['resources'][number];

/** Names of topics and groups on one cluster, as patterns: what is described, and what somebody makes for itself. */
interface Known {
  readonly patterns: readonly Grant[];
  /** Whether others may be there, which nobody describes here. */
  readonly isAll: boolean;
}

/** What a denial names by mistake, and what was meant; nothing where there is such a thing, or where there may be. */
export function missedBy(denial: Denial, known: Known): { readonly named: Named; readonly meant?: string } | undefined {
  const [named, another] = denial.resources;
  if (!named || another || (named.resourceType !== 'Topic' && named.resourceType !== 'Group')) return undefined;
  const pattern = { ...named, patternType: denial.patternType };
  const alike = known.patterns.filter(({ resourceType }) => resourceType === named.resourceType);
  if (named.resourceName.startsWith('__') || alike.some((one) => common(one, pattern))) return undefined;
  const meant =
    denial.patternType === 'Literal'
      ? didYouMean(
          named.resourceName,
          alike.map((one) => one.resourceName),
        )
      : undefined;
  // Whoever looks into things makes groups as he goes.
  const mayBeThere = !known.isAll || named.resourceType === 'Group';
  return meant === undefined && mayBeThere ? undefined : { named, meant };
}

/** All that has a name on a cluster, of which there is one for each; looked for where something is denied, which is seldom. */
export function knownOn(draft: Draft): (cluster: string) => Known {
  const known = new Map<string, Known>();
  return (cluster) => {
    const names = known.get(cluster) ?? namesOn(cluster, draft);
    known.set(cluster, names);
    return names;
  };
}

function namesOn(cluster: string, { applications, flows, topics, clusters }: Draft): Known {
  const here = [...applications.values()].filter((application) => application.cluster === cluster);
  const asked = permissionsOf(
    here.filter(({ operator }) => !operator).map((it) => ({ ...it, denies: [] })),
    flows,
    clusters,
  );
  return {
    patterns: [
      ...[...topics.values()].flatMap((topic) =>
        topic.cluster === cluster ? [literal('Topic', topic.name, 'All')] : [],
      ),
      ...asked.filter(({ resourceName }) => resourceName !== '*'),
      ...here.flatMap(({ streams }) => (streams ? [prefixed('Group', streams.applicationId, 'All')] : [])),
    ],
    isAll: clusters.get(cluster)?.life !== 'existing',
  };
}

export const denialsHit: Rule = {
  code: 'KFK-X017',
  severity: 'warning',
  title: 'What a denial names is there',
  source: 'a name that is written wrong protects nothing, and nobody notices until it is too late',
  *check(draft) {
    if (draft.broken.has('flows') || draft.broken.has('topics')) return;
    const known = knownOn(draft);
    for (const { cluster, denies = [] } of draft.applications.values())
      for (const denial of denies) {
        const missed = missedBy(denial, known(cluster));
        if (!missed) continue;
        const { named, meant } = missed;
        const what = named.resourceType === 'Topic' ? 'topic' : 'group';
        yield at(denial, what)
          .problem(
            `no ${what} of '${cluster}' ${denial.patternType === 'Literal' ? 'is called' : 'begins with'} '${named.resourceName}': it denies nothing`,
          )
          .fix(meant ?? `correct the name, or remove the entry`);
      }
  },
};

export const denialsStay: Rule = {
  code: 'KFK-X016',
  severity: 'warning',
  title: 'Whoever changes permissions is held back by no denial',
  source:
    'https://kafka.apache.org/documentation/#operations_resources_and_protocols: DeleteAcls asks for Alter of the cluster',
  *check({ applications }) {
    for (const application of applications.values()) {
      const { operator, grants = [], denies = [], authentication } = application;
      // No ACL reaches into the policies of who signs in by IAM.
      if (!operator || denies.length === 0 || authentication === 'iam') continue;
      if (grants.some((grant) => covers(grant, changes) && operationsAllowedBy(grant).includes('Alter')))
        yield at(application, 'denies')
          .problem(
            `as '${operator}' it may change permissions, also these: they keep it from a mistake, and from nothing else`,
          )
          .fix("use role: 'read-only', or waive this and have changes of permissions reported (audit)");
    }
  },
};

const changes = onCluster('Alter');

/** KFK-X016 and KFK-X017: denials that bind nobody. */
export const unbindingDenialRules: readonly Rule[] = [denialsStay, denialsHit];
