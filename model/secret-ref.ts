/** Where a secret lives; never what it is. */
export interface SecretRef {
  readonly store: SecretStore;
  /** What the store calls it: `main/payment-service`, `AmazonMSK_prod/main/payment-service`. */
  readonly name: string;
  /** Which of the secret's values. */
  readonly key: 'password' | 'certificate' | 'private-key' | 'client-secret';
  /** Counts up by one at each rotation; a provider writes the value again only when it changes. */
  readonly version: number;
}

/**
 * `files`: a folder outside the repository, mode 600, for clusters on the same machine. `kubernetes`: Secrets that an
 * operator makes. `key-vault` is Azure's, `secrets-manager` AWS's, `vault` HashiCorp's or OpenBao.
 */
export const secretStores = ['files', 'kubernetes', 'key-vault', 'secrets-manager', 'vault'] as const;
export type SecretStore = (typeof secretStores)[number];

/** Whose credential a secret is. */
export interface SecretOwner {
  readonly environment: string;
  readonly cluster: string;
  readonly application: string;
}

/**
 * What each store calls an application's credential. A Key Vault knows letters, digits and dashes; Amazon MSK reads only
 * secrets whose names begin with `AmazonMSK_`; Strimzi names a user's Secret after the user. What is shared between
 * environments says which one it is.
 */
export const secretNames = {
  files: ({ cluster, application }) => `${cluster}/${application}`,
  kubernetes: ({ application }) => application,
  'key-vault': ({ environment, cluster, application }) => `${environment}-${cluster}-${application}`,
  'secrets-manager': ({ environment, cluster, application }) => `AmazonMSK_${environment}/${cluster}/${application}`,
  vault: ({ environment, cluster, application }) => `${environment}/${cluster}/${application}`,
} as const satisfies Record<SecretStore, (owner: SecretOwner) => string>;

/** The Secret of what a server of tokens gave an application, whose own name is its user's on Kubernetes. */
export const clientSecretName = (application: string): string => `${application}-client-secret`;

/** What a store calls what a server of tokens gave an application. */
export const clientSecretIn = (store: SecretStore, owner: SecretOwner): string =>
  store === 'kubernetes' ? clientSecretName(owner.application) : secretNames[store](owner);
