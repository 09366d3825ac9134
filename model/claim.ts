import type { Key } from './place';

/** Something of a vendor's that a cluster makes, or has for itself, and of which there is one. */
export interface Claim {
  readonly field: readonly Key[];
  /** `the host 'kit-orders'`. */
  readonly what: string;
  /** Whether each account has one. Default: there is one of all. */
  readonly ofAccount?: true;
  readonly fix: string;
}

/** What two claims are the same by; vendors' names have no case. */
export const claimKey = (
  { backend, account }: { readonly backend: string; readonly account?: string },
  { what, ofAccount }: Claim,
): string => `${backend} ${ofAccount ? `${account} ` : ''}${what}`.toLowerCase();
