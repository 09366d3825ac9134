import type { Key } from './place';

/** A store of a cluster's own, in which nobody changes or deletes what it records of who did what. */
export interface AuditStore {
  readonly name: string;
  readonly days: number;
  /** Whether nobody deletes it before its time. */
  readonly locked: boolean;
  /** Where it is said that nobody may, or that somebody may. */
  readonly lock: { readonly field: readonly Key[]; readonly fix: string };
  /** Where it is said that it is kept in a second region as well, which the vendor chooses. Default: it is in the cluster's alone. */
  readonly paired?: { readonly field: readonly Key[]; readonly fix: string };
  /** What its vendor locks only once it is there: the record of that. Default: it is made locked. */
  readonly lockedOnce?: { readonly noun: string; readonly name: string };
  /** Whether a trail is made that writes there who administers the cluster. Default: none is, or there is one already. */
  readonly trail?: true;
  readonly field: readonly Key[];
}
