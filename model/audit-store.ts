import type { Audit } from './audit';
import type { Cluster } from './cluster';
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

/**
 * What keeps what a cluster records of who did what: a store of its own, else the environment's collector. No collector
 * reaches what a cloud's vendor runs: its logs are the vendor's.
 */
export function keptAudit(
  { auditStore, life, appliedBy }: Pick<Cluster, 'auditStore' | 'life' | 'appliedBy'>,
  { days, locked, collector }: Audit,
): KeptAudit | undefined {
  if (auditStore)
    return { ...auditStore, days: auditStore.days ?? days, locked: auditStore.locked ?? locked, of: 'cluster' };
  if (!collector || (life === 'owned' && appliedBy === 'terraform')) return undefined;
  const { name, owner, days: kept } = collector;
  return { name, days: kept, by: owner, of: 'environment', field: ['audit', 'collector', 'days'] };
}
