import type { AuditFeature } from '../../model/audit-gaps';
import type { Cluster } from '../../model/cluster';
import { isLockable } from '../../model/kept-audit';
import type { Resolved } from '../../model/resolved';
import { auditLoggers } from '../../render/audit/loggers';

/** What brokers are told to write of who did what, and which stores of that could be locked by now. */
export function auditTables({ clusters, recorded }: Resolved) {
  const each = [...clusters.values()];
  return {
    loggers: Object.fromEntries(each.flatMap(({ name, auditLoggers }) => (auditLoggers ? [[name, auditLoggers]] : []))),
    unknown_loggers: Object.entries(auditLoggers('denials')).flatMap(([key, said]) =>
      /\.name$/.test(key) ? [said] : [],
    ),
    // By their vendor's name, of those that are locked only once they are there.
    audit_accounts: Object.fromEntries(
      each.flatMap((cluster) => {
        const { lockedOnce } = cluster.auditStore ?? {};
        return lockedOnce ? [[lockedOnce.name, { made: isLockable(cluster, recorded) }]] : [];
      }),
    ),
  };
}

/** What is made beside a cluster to keep what it records, and to tell of what it refuses. Absent: nothing is. */
export function recordedOf({ life, appliedBy, auditStore, capabilities }: Cluster) {
  if (life !== 'owned' || appliedBy !== 'terraform') return undefined;
  const has = (feature: AuditFeature) => capabilities[feature].support !== 'unsupported';
  return {
    ...(auditStore && { store: { days: auditStore.days, ...(auditStore.trail && { trail: true }) } }),
    ...(has('audit-alarms') && { alarms: true }),
    ...(has('audit-access') && { accesses: true }),
  };
}
