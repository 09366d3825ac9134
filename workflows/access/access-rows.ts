import { compare } from '../../model/by-name';
import type { Cluster } from '../../model/cluster';
import { covers, onCluster, operationsAllowedBy } from '../../model/grant';
import { groupBy } from '../../model/group-by';
import { byResource, type Permission } from '../../model/permissions';
import { formatPath } from '../../model/place';
import type { Resolved } from '../../model/resolved';

/** Who may do what, as a table; of a super user, who is no application, `application` is empty. */
export type AccessRow = Permission;

/**
 * Everything that somebody may do, or may not: what flows and roles ask for, what back ends let do beside that because
 * they have no narrower way, and super users. Sorted by application and resource.
 */
export function accessRows({ permissions, applications, clusters }: Resolved): AccessRow[] {
  const beyond = [...groupBy(permissions, ({ application }) => application)].flatMap(([name, own]) => {
    const application = applications.get(name);
    const cluster = clusters.get(application?.cluster ?? '');
    return application && cluster ? beyondOf(application.authentication, cluster, own) : [];
  });
  return [...permissions, ...beyond, ...[...clusters.values()].flatMap(superUsersOf)].sort(
    (a, b) => compare(a.application, b.application) || byResource(a, b) || compare(a.principal, b.principal),
  );
}

/** What one application may do beside what is asked for, and by what. */
function beyondOf(authentication: string, { beyond = [] }: Cluster, own: readonly Permission[]): AccessRow[] {
  const rows = beyond
    .filter((one) => one.authentication.some((way) => way === authentication))
    .flatMap(({ whoever, also, by }) => {
      const because = own.filter(
        (it) =>
          it.permission === 'Allow' &&
          it.resourceType === whoever.resourceType &&
          operationsAllowedBy(it).includes(whoever.operation) &&
          (whoever.patternType ?? it.patternType) === it.patternType,
      );
      const [first] = because;
      if (!first) return [];
      const from = [...new Set(because.flatMap((it) => it.from.split('; ')))].sort(compare).join('; ');
      return also.map((grant) => ({ ...first, ...grant, host: '*', from: `${from} (wider than asked: ${by})` }));
    });
  const isAsked = (row: AccessRow) =>
    own.some((it) => it.permission === 'Allow' && covers(it, row) && operationsAllowedBy(it).includes(row.operation));
  return rows.filter((row) => !isAsked(row));
}

/** Whoever no permission holds back may do everything on the cluster, and so with all that is on it. */
const superUsersOf = ({ name, superUsers = [], origin }: Cluster): AccessRow[] =>
  superUsers.map(({ principal, field }) => ({
    cluster: name,
    application: '',
    principal,
    ...onCluster('All'),
    permission: 'Allow',
    host: '*',
    from: formatPath(origin.at(...field).path),
  }));
