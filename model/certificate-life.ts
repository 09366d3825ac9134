/** How long certificates of a kind last on a cluster, and when the next ones are made. */
export interface CertificateLife {
  /** `the authority of brokers`. */
  readonly of: string;
  readonly days: number;
  /** Days before its end. */
  readonly renewedBefore: number;
  /** Who makes the next one. */
  readonly by: 'the kit' | 'Vault' | 'you';
}

/** Days before the end of an authority on which people are told that nobody has renewed it (KafkaCertificateExpires). */
export const missedRenewalDays = 21;
