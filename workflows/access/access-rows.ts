import type { Application } from '../../model/application';
import type { Bridge } from '../../model/bridge';
import { compare } from '../../model/by-name';
import { closedBy } from '../../model/closed-by';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { covers, type Grant, onCluster, operationsAllowedBy } from '../../model/grant';
import { groupBy } from '../../model/group-by';
import { byResource, type Permission } from '../../model/permissions';
import { formatPath } from '../../model/place';
import type { Resolved } from '../../model/resolved';
import { everybody, everything } from '../../model/unasked';
import { separator } from '../../model/widening';

/** Who may do what, as a table; of a super user, of whoever reaches a bridge, and of everybody, who are no application, `application` is empty. */
export interface AccessRow extends Permission {
  /** Which claim of whose tokens is the principal, given for whom: `azp of https://login.example.com, for kafka`. Absent: its cluster takes none. */
  readonly tokens?: string;
  /** The last day on which it holds. Absent: it stays. */
  readonly until?: string;
  /** Who is taken for the application by his role, his account or the place where he is. Absent: nobody knows. */
  readonly identity?: string;
}

/** What every row has. */
export const permissionColumns = [
  'cluster',
  'application',
  'principal',
  'resourceType',
  'resourceName',
  'patternType',
  'operation',
  'permission',
  'host',
  'from',
] as const satisfies readonly (keyof Permission)[];

/** As they are written for programs: what only some rows have comes last. */
export const accessColumns = [
  ...permissionColumns,
  'tokens',
  'until',
  'identity',
] as const satisfies readonly (keyof AccessRow)[];

/**
 * Everything that somebody may do, or may not: what flows and roles ask for, what back ends let do beside that because
 * they have no narrower way, super users, what bridges let do, and what brokers ask nobody about. Sorted by application and resource.
 */
export function accessRows({
  environment,
  permissions,
  applications,
  operators,
  bridges,
  clusters,
}: Resolved): AccessRow[] {
  const asked = [...groupBy(permissions, ({ application }) => application)].flatMap(([name, own]) => {
    const application = applications.get(name);
    const cluster = clusters.get(application?.cluster ?? '');
    const beyond = application && cluster ? beyondOf(application.authentication, cluster, own) : [];
    const tokens = cluster && tokensOf(cluster);
    const until = operators.get(name)?.until;
    const identity = application && cluster && identityOf(application, cluster, environment);
    return [...own, ...beyond].map((row) => ({
      ...row,
      ...(tokens !== undefined && { tokens }),
      ...(until !== undefined && { until }),
      ...(identity !== undefined && { identity }),
    }));
  });
  const bridged = [...bridges.values()].flatMap((bridge) => through(bridge, asked));
  const aclsOf = (name: string, ways: readonly string[]) =>
    asked.filter((it) => it.cluster === name && ways.includes(applications.get(it.application)?.authentication ?? ''));
  const unbound = [...clusters.values()].flatMap((it) => [...unboundOn(it), ...closedOn(it, aclsOf)]);
  return [...asked, ...bridged, ...unbound].sort(
    (a, b) => compare(a.application, b.application) || byResource(a, b) || compare(a.principal, b.principal),
  );
}

/** A bridge asks nobody who he is: whatever it may do, all may that reach it. */
const through = ({ name, clients, origin }: Bridge, asked: readonly AccessRow[]): AccessRow[] =>
  asked
    .filter(({ application }) => application === name)
    .flatMap(({ tokens: _, identity: __, ...row }) =>
      clients.map((namespace) => ({
        ...row,
        application: '',
        principal: `any pod of '${namespace}'`,
        from: `${formatPath(origin.at('clients').path)} ('${name}' asks nobody who he is)`,
      })),
    );

/** What one application may do beside what is asked for, and by what. */
function beyondOf(authentication: string, { beyond = [] }: Cluster, own: readonly Permission[]): Permission[] {
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
  const isAsked = (row: Permission) =>
    own.some((it) => it.permission === 'Allow' && covers(it, row) && operationsAllowedBy(it).includes(row.operation));
  return rows.filter((row) => !isAsked(row));
}

/** Whose tokens are taken for a user, however he signs in himself: a token with his name is enough. */
const tokensOf = ({ tokens }: Cluster): string | undefined => tokens?.believed.join(separator);

/** Whom its cluster or its vendor takes for it, and whoever reads the Secret in which its credential is. */
function identityOf(application: Application, cluster: Cluster, environment: Environment): string | undefined {
  const { who = [] } = cluster.identityOf?.(application, environment) ?? {};
  const delivered = cluster.deliveryOf(environment, cluster, application);
  // Where operators of Kubernetes make it, or bring it first, it lies as well.
  const beside = cluster.appliedBy === 'kubernetes' ? environment.kubernetes?.namespace : undefined;
  const places = delivered?.store === 'kubernetes' ? [delivered.namespace, ...(beside ? [beside] : [])] : [];
  const reading = [...new Set(places)].map((namespace) => `whoever reads Secrets of '${namespace}'`);
  return who.length + reading.length > 0 ? [...who, ...reading].join(separator) : undefined;
}

/** Whoever no permission holds back: a super user may do everything on the cluster, and so with all that is on it. */
function unboundOn(cluster: Cluster): AccessRow[] {
  const { name, superUsers = [], unasked, origin } = cluster;
  const tokens = tokensOf(cluster);
  const row = (principal: string, grant: Grant, from: string): AccessRow => ({
    ...{ cluster: name, application: '', principal },
    ...grant,
    ...{ permission: 'Allow', host: '*', from },
  });
  const path = (field: NonNullable<typeof unasked>['field']) => formatPath(origin.at(...field).path);
  return [
    ...superUsers.map(({ principal, field }) => ({
      ...row(principal, onCluster('All'), path(field)),
      ...(tokens !== undefined && { tokens }),
    })),
    ...(unasked ? everything.map((grant) => row(everybody, grant, `${path(unasked.field)} (${unasked.who})`)) : []),
  ];
}

/** What everybody may not of all that, for it has an ACL: without the last one he may. */
function closedOn(
  { name, unasked, origin }: Cluster,
  aclsOf: (cluster: string, ways: readonly string[]) => readonly AccessRow[],
): AccessRow[] {
  if (!unasked) return [];
  const path = formatPath(origin.at(...unasked.field).path);
  return closedBy(aclsOf(name, unasked.closedBy)).map(({ by, ...closed }) => ({
    ...{ cluster: name, application: '', principal: everybody },
    ...closed,
    ...{ operation: 'All', permission: 'Deny', host: '*' },
    from: `${path} (closed to whoever has no ACL there, by those of ${by.map((one) => `'${one}'`).join(', ')})`,
  }));
}
