/**
 * Who is an application, where no name says it: whoever its vendor's platform takes for it, or whoever reads the credential
 * that lies there for it. Somebody else there may do all that the application may.
 */
export interface ApplicationIdentity {
  /** In words: `the role 'audit'`, `the service account tills/shop of https://oidc.example.com`. */
  readonly who: readonly string[];
  /** The account of Kubernetes that becomes it. Absent: somebody else decides that. */
  readonly serviceAccount?: ServiceAccount;
}

export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** An account of Kubernetes becomes it, by the word of each issuer of tokens, or cluster, that is trusted. */
export const byServiceAccount = (account: ServiceAccount, trusted: readonly string[]): ApplicationIdentity => ({
  who: trusted.map((one) => `the service account ${account.namespace}/${account.name} of ${one}`),
  serviceAccount: account,
});
