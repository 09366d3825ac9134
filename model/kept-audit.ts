import type { Audit } from './audit';
import { own } from './by-name';
import type { Cluster } from './cluster';
import type { Inventory } from './inventory';
import type { Key } from './place';

/** What keeps a cluster's audit log, decided. */
export interface KeptAudit {
  /** As for whoever reads the evidence: `the storage account 'shopauditlogs'`. */
  readonly name: string;
  readonly days: number;
  /** Whether nobody deletes it before its time, whoever asks. Absent: somebody else keeps it, and nobody here knows. */
  readonly locked?: boolean;
  /** The owner who answers for that. Absent: the kit makes it so. */
  readonly by?: string;
  /** Where the days are written, in the cluster or in the environment. */
  readonly of: 'cluster' | 'environment';
  readonly field: readonly Key[];
}

/** What to say of a cluster whose logs somebody else's hands have. */
export const nameCollector =
  'say who collects its logs: audit: { collector: { name, owner, retention } } of the environment';

/**
 * What keeps what a cluster records of who did what: a store of its own, else the environment's collector. No collector
 * reaches what a cloud's vendor runs: its logs are the vendor's.
 */
export function keptAudit(
  { auditStore, life, appliedBy }: Pick<Cluster, 'auditStore' | 'life' | 'appliedBy'>,
  { collector }: Audit,
): KeptAudit | undefined {
  if (auditStore) return { ...auditStore, of: 'cluster' };
  if (!collector || (life === 'owned' && appliedBy === 'terraform')) return undefined;
  const { name, owner, days } = collector;
  return { name, days, by: owner, of: 'environment', field: ['audit', 'collector', 'retention'] };
}

/** Whether its store could be locked by now: its vendor locks it at once, or it is recorded as made. */
export const isLockable = (
  { name, auditStore }: Pick<Cluster, 'name' | 'auditStore'>,
  recorded: Pick<Inventory, 'clusters'>,
): boolean => {
  const { lockedOnce } = auditStore ?? {};
  return lockedOnce === undefined || own(recorded.clusters, name)?.holds?.[lockedOnce.noun] === lockedOnce.name;
};
