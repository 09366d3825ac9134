import { isLockable } from '../../model/kept-audit';
import type { Resolved } from '../../model/resolved';

/** What brokers are told to write of who did what, and which stores of that could be locked by now. */
export function auditTables({ clusters, recorded }: Resolved) {
  const each = [...clusters.values()];
  return {
    loggers: Object.fromEntries(each.flatMap(({ name, auditLoggers }) => (auditLoggers ? [[name, auditLoggers]] : []))),
    // By their vendor's name, of those that are locked only once they are there.
    audit_accounts: Object.fromEntries(
      each.flatMap((cluster) => {
        const { lockedOnce } = cluster.auditStore ?? {};
        return lockedOnce ? [[lockedOnce.name, { made: isLockable(cluster, recorded) }]] : [];
      }),
    ),
  };
}
