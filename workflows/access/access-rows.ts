import type { Application } from '../../model/application';
import type { Bridge } from '../../model/bridge';
import { compare } from '../../model/by-name';
import type { Cluster } from '../../model/cluster';
import { covers, type Grant, onCluster, operationsAllowedBy } from '../../model/grant';
import { groupBy } from '../../model/group-by';
import { byResource, type Permission } from '../../model/permissions';
import { formatPath } from '../../model/place';
import type { Resolved } from '../../model/resolved';
import { everybody, everything } from '../../model/unasked';

/** Who may do what, as a table; of a super user, of whoever reaches a bridge, and of everybody, who are no application, `application` is empty. */
export interface AccessRow extends Permission {
  /** Which claim of whose tokens is the principal: `azp of https://login.example.com`. Absent: it has no tokens. */
  readonly tokens?: string;
  /** The last day on which it holds. Absent: it stays. */
  readonly until?: string;
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
export const accessColumns = [...permissionColumns, 'tokens', 'until'] as const satisfies readonly (keyof AccessRow)[];

/**
 * Everything that somebody may do, or may not: what flows and roles ask for, what back ends let do beside that because
 * they have no narrower way, super users, what bridges let do, and what brokers ask nobody about. Sorted by application and resource.
 */
export function accessRows({ permissions, applications, operators, bridges, clusters }: Resolved): AccessRow[] {
  const asked = [...groupBy(permissions, ({ application }) => application)].flatMap(([name, own]) => {
    const application = applications.get(name);
    const cluster = clusters.get(application?.cluster ?? '');
    const beyond = application && cluster ? beyondOf(application.authentication, cluster, own) : [];
    const tokens = tokensOf(application, cluster);
    const until = operators.get(name)?.until;
    return [...own, ...beyond].map((row) => ({
      ...row,
      ...(tokens !== undefined && { tokens }),
      ...(until !== undefined && { until }),
    }));
  });
  const bridged = [...bridges.values()].flatMap((bridge) => through(bridge, asked));
  return [...asked, ...bridged, ...[...clusters.values()].flatMap(unboundOn)].sort(
    (a, b) => compare(a.application, b.application) || byResource(a, b) || compare(a.principal, b.principal),
  );
}

/** A bridge asks nobody who he is: whatever it may do, all may that reach it. */
const through = ({ name, clients, origin }: Bridge, asked: readonly AccessRow[]): AccessRow[] =>
  asked
    .filter(({ application }) => application === name)
    .flatMap((row) =>
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

/** The same name in another claim, or in tokens of somebody else, is somebody else. */
function tokensOf({ oauth }: Partial<Application> = {}, { tokens }: Partial<Cluster> = {}): string | undefined {
  if (!oauth || !tokens) return undefined;
  return tokens.issuer === undefined ? tokens.userNameClaim : `${tokens.userNameClaim} of ${tokens.issuer}`;
}

/** Whoever no permission holds back: a super user may do everything on the cluster, and so with all that is on it. */
function unboundOn({ name, superUsers = [], unasked, origin }: Cluster): AccessRow[] {
  const row = (principal: string, grant: Grant, from: string): AccessRow => ({
    cluster: name,
    application: '',
    principal,
    ...grant,
    permission: 'Allow',
    host: '*',
    from,
  });
  const path = (field: NonNullable<typeof unasked>['field']) => formatPath(origin.at(...field).path);
  return [
    ...superUsers.map(({ principal, field }) => row(principal, onCluster('All'), path(field))),
    ...(unasked ? everything.map((grant) => row(everybody, grant, `${path(unasked.field)} (${unasked.who})`)) : []),
  ];
}
