import type { Application } from '../application';
import { compare, own } from '../by-name';
import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import type { Shard } from '../resolved';
import { secondUser, type Users, wasRotated } from '../users';

/** `deploy` deletes a user that is let in no longer; a GitOps controller does not, and has to empty it. */
export const retiredIn = (
  applications: readonly Application[],
  {
    cluster,
    usersByApplication,
    draft: { environment },
  }: {
    readonly cluster: Cluster;
    readonly usersByApplication: ReadonlyMap<string, Users>;
    readonly draft: Pick<Draft, 'environment'>;
  },
): string[] =>
  environment.delivery === 'gitops' && cluster.appliedBy === 'kubernetes'
    ? applications.flatMap(({ name }) => usersByApplication.get(name)?.retired ?? [])
    : [];

/**
 * `deploy` deletes the users of an application that left; what a GitOps controller may not prune has to be emptied first:
 * both where its password was rotated, for either may be the one that works.
 */
export function revokedIn(
  { key, cluster }: Pick<Shard, 'key' | 'cluster'>,
  usersByApplication: ReadonlyMap<string, Users>,
  { environment, inventory, rotations }: Draft,
): string[] {
  if (environment.delivery !== 'gitops' || cluster.appliedBy !== 'kubernetes') return [];
  const letIn = new Set([...usersByApplication.values()].flatMap(({ accepted }) => accepted.map(({ name }) => name)));
  const left = Object.entries(inventory.applications)
    .filter(([name, known]) => known.cluster === cluster.name && known.shard === key && !usersByApplication.has(name))
    .flatMap(([name]) => [name, ...(wasRotated(own(rotations.applications, name)) ? [secondUser(name)] : [])]);
  return [...new Set(left)].filter((user) => !letIn.has(user)).sort(compare);
}
