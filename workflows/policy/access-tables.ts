import { roles } from '../../backends/event-hubs/access';
import { clusterBackendOf } from '../../backends/kubernetes';
import { brokersPrincipal } from '../../backends/msk/access';
import { actions } from '../../backends/msk/description/iam-access';
import { schemaRoles } from '../../constructs/terraform/event-hubs/schema-role';
import { compare } from '../../model/by-name';
import { ownedClusters } from '../../model/cluster';
import type { CredentialReads } from '../../model/credential-reads';
import { endOfDay } from '../../model/days';
import { operationsAllowedBy } from '../../model/grant';
import { groupBy } from '../../model/group-by';
import type { Permission } from '../../model/permissions';
import type { Resolved } from '../../model/resolved';
import { lagExporterPermissions, lagExporterUser } from '../../render/monitoring/lag-exporter';
import { type AccessRow, accessRows } from '../access/access-rows';

/** Who may do what: whatever else lets somebody do something was asked for by nobody. */
export function accessTables(resolved: Resolved) {
  const { applications } = resolved;
  const rows = [...ofUsers(resolved), ...accessRows(resolved).filter(({ application }) => application !== '')];
  const each = [...applications.values()];
  const allowed = rows.filter(({ permission }) => permission === 'Allow');
  return {
    allowed: byPrincipal([...allowed.map(allowedRow), ...exporterRows(resolved)]),
    denied: byPrincipal(rows.filter(({ permission }) => permission === 'Deny').map(deniedRow)),
    // What an application is to its cluster, for policies and roles that are called after it.
    principals: Object.fromEntries(
      [...groupBy(allowed, ({ application }) => application)].map(([application, own]) => [
        application,
        [...new Set(own.map(({ principal }) => principal))].sort(compare),
      ]),
    ),
    // From when on IAM lets nothing pass, of operators with a last day.
    ends: Object.fromEntries(each.flatMap(({ name, until }) => (until === undefined ? [] : [[name, endOfDay(until)]]))),
    ...identityTables(resolved),
    credentials: credentialTables(resolved),
    invited: [...new Set([...resolved.clusters.values()].flatMap(({ invited = [] }) => invited))].sort(compare),
    brokers: brokersPrincipal,
    iam_actions: iamActions(),
    schema_roles: Object.values(schemaRoles),
    data_roles: Object.fromEntries([
      ...Object.entries(roles).map(([operation, role]) => [`Azure Event Hubs Data ${role}`, operation]),
      ['Azure Event Hubs Data Owner', 'All'],
    ]),
  };
}

/** Who is an application: an account of Kubernetes, something that exists, or a service that works in a role of its own. */
function identityTables({ applications, clusters, environment }: Resolved) {
  const each = [...applications.values()].map((application) => ({
    ...application,
    is: clusters.get(application.cluster)?.identityOf?.(application, environment),
  }));
  return {
    service_accounts: Object.fromEntries(
      each.flatMap(({ name, is }) => (is?.serviceAccount ? [[name, is.serviceAccount]] : [])),
    ),
    existing: Object.fromEntries(each.flatMap(({ name, is }) => (is?.existing ? [[name, is.existing]] : []))),
    workloads: each.flatMap(({ name, workload }) => (workload ? [name] : [])).sort(compare),
  };
}

/** Which credential comes to whom on Kubernetes. */
function credentialTables(resolved: Resolved): CredentialReads {
  const each = ownedClusters(resolved.clusters, 'kubernetes').map((cluster) =>
    clusterBackendOf(cluster).credentialReads(cluster, resolved),
  );
  return {
    reads: Object.fromEntries(each.flatMap(({ reads }) => Object.entries(reads))),
    issued: Object.fromEntries(each.flatMap(({ issued }) => Object.entries(issued))),
  };
}

/** Of every user that is let in: while a password is rotated an application has two. */
const ofUsers = ({ shards }: Resolved): Ending[] =>
  shards.flatMap(({ principals }) =>
    principals.flatMap(({ users, application: { until } }) =>
      users.flatMap(({ permissions }) =>
        permissions.map((permission) => (until === undefined ? permission : { ...permission, until })),
      ),
    ),
  );

/** A permission that may have a last day. */
type Ending = Permission & Pick<AccessRow, 'until'>;

interface Row {
  readonly principal: string;
  readonly cluster: string;
  readonly type: string;
  readonly name: string;
  readonly pattern: string;
  readonly host: string;
  /** With what Kafka implies. */
  readonly operations: readonly string[];
  /** The last day on which it holds. Absent: it stays. */
  readonly until?: string;
}

const rowOf = ({ principal, cluster, resourceType, resourceName, patternType, host, until }: Ending) => ({
  ...{ principal, cluster, host },
  ...{ type: resourceType, name: resourceName, pattern: patternType },
  ...(until !== undefined && { until }),
});

const allowedRow = (permission: Ending): Row => ({
  ...rowOf(permission),
  operations: [...new Set([permission.operation, ...operationsAllowedBy(permission)])],
});

const deniedRow = (permission: Ending): Row => ({ ...rowOf(permission), operations: [permission.operation] });

/** What the kit runs beside clusters on Kubernetes, by a password or a certificate: it sees what there is and reads no record. */
const exporterRows = ({ clusters }: Resolved): Row[] =>
  [...clusters.values()]
    .filter(({ appliedBy }) => appliedBy === 'kubernetes')
    .flatMap(({ name: cluster }) =>
      ['User:', 'User:CN='].flatMap((kind) =>
        lagExporterPermissions.map(({ resourceType, operations }) => ({
          principal: `${kind}${lagExporterUser(cluster)}`,
          ...{ cluster, type: resourceType, name: '*', pattern: 'Literal', host: '*', operations: [...operations] },
        })),
      ),
    );

function byPrincipal(rows: readonly Row[]): Record<string, Omit<Row, 'principal'>[]> {
  const grouped = groupBy(rows, ({ principal }) => principal);
  return Object.fromEntries(
    [...grouped]
      .sort(([a], [b]) => compare(a, b))
      .map(([principal, own]) => {
        const texts = new Set(own.map(({ principal: _, ...row }) => JSON.stringify(row)));
        return [principal, [...texts].sort(compare).map((text) => JSON.parse(text))];
      }),
  );
}

/** IAM's action of each of Kafka's operations, the other way round: what it brings beside is implied there, too. */
const iamActions = (): Record<string, { type: string; operation: string }> =>
  Object.fromEntries(
    Object.entries(actions).flatMap(([type, of]) =>
      Object.entries(of).map(([operation, [action]]) => [`kafka-cluster:${action}`.toLowerCase(), { type, operation }]),
    ),
  );
