/**
 * A Secret with the authority of brokers.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-CertSecretSource-reference
 */
export interface TrustedCertificate {
  readonly secretName: string;
  /** The key of the authority that signs now. */
  readonly certificate: string;
  /** Keys of all that are trusted: an authority that was made anew is in its Secret beside the one before, until every broker is signed by it. Default: `certificate` alone. */
  readonly pattern?: string;
}

/** As Strimzi's objects say it: by one key, or by a pattern. */
export const trustedCertificate = ({ secretName, certificate, pattern }: TrustedCertificate) =>
  pattern ? { secretName, pattern } : { secretName, certificate };
