import { type Grant, onCluster, wildcard } from './grant';
import type { Key } from './place';

/** That brokers of a cluster ask nobody for a permission. */
export interface Unasked {
  /** Whom, and of what: `everybody`. */
  readonly who: string;
  /** Where its cluster says so. */
  readonly field: readonly Key[];
  /** The ways to sign in whose permissions are ACLs, where what has an ACL is closed to whoever has none. Empty: nothing is closed. */
  readonly closedBy: readonly string[];
}

/** Kafka's word for whoever it is. */
export const everybody = 'User:*';

/** All that can be done on a cluster. */
export const everything = [
  ...(['Topic', 'Group', 'TransactionalId'] as const).map((it) => wildcard(it, 'All')),
  onCluster('All'),
] as const satisfies readonly Grant[];
