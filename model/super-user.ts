import type { Key } from './place';

/** A user that no permission holds back. */
export interface SuperUser {
  /** As brokers name it: `User:admin`. */
  readonly principal: string;
  /** Where its cluster says so. */
  readonly field: readonly Key[];
}
