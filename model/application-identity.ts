/**
 * Who is an application, where no name says it: whoever its vendor's platform takes for it, or whoever reads the credential
 * that lies there for it. Somebody else there may do all that the application may.
 */
export interface ApplicationIdentity {
  /** In words: `the role 'audit'`, `the service account tills/shop of https://oidc.example.com`. */
  readonly who: readonly string[];
  /** The account of Kubernetes that becomes it. Absent: somebody else decides that. */
  readonly serviceAccount?: TrustedServiceAccount;
  /** What exists already, and is it, as its vendor names that. Absent: it is made, or nothing is. */
  readonly existing?: string;
}

export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

export interface TrustedServiceAccount extends ServiceAccount {
  /** Whose word is taken for who it is: issuers of tokens, or clusters, as their vendor names them. */
  readonly trusted: readonly string[];
}

/** Whoever says who a service account is. */
export interface Voucher {
  readonly name: string;
  /** What it is, in words before its name. Default: its name says it. */
  readonly what?: string;
}

/** An account of Kubernetes becomes it, by the word of each that is trusted. */
export const byServiceAccount = (account: ServiceAccount, trusted: readonly Voucher[]): ApplicationIdentity => ({
  who: trusted.map(
    ({ name, what }) =>
      `the service account ${account.namespace}/${account.name} of ${what === undefined ? name : `${what} '${name}'`}`,
  ),
  serviceAccount: { ...account, trusted: trusted.map(({ name }) => name) },
});
