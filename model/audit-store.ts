import type { Audit } from './audit';
import type { Cluster } from './cluster';
import type { Key } from './place';

/** What keeps a cluster's audit log, decided. */
export interface KeptAudit {
  /** As for whoever reads the evidence: `the storage account 'shopauditlogs'`. */
  readonly name: string;
  readonly days: number;
  /** Whether nobody shortens its time, whoever asks. */
  readonly locked: boolean;
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
  { days, collector }: Audit,
): KeptAudit | undefined {
  if (auditStore) return { ...auditStore, days: auditStore.days ?? days, of: 'cluster' };
  if (!collector || (life === 'owned' && appliedBy === 'terraform')) return undefined;
  return { ...collector, locked: false, of: 'environment', field: ['audit', 'collector', 'days'] };
}
