/** Where a secret lives; never what it is. */
export interface SecretRef {
  readonly store: SecretStore;
  /** The secret's name in the store: `main/payment-service`. */
  readonly name: string;
  /** Which of the secret's values. */
  readonly key: 'password' | 'certificate' | 'private-key';
  /** Counts up by one at each rotation; a provider writes the value again only when it changes. */
  readonly version: number;
}

/**
 * `files`: a folder outside the repository, mode 600, for clusters on the same machine. `kubernetes`: Secrets that an
 * operator makes. `key-vault` is Azure's, `secrets-manager` AWS's.
 */
export const secretStores = ['files', 'kubernetes', 'key-vault', 'secrets-manager'] as const;
export type SecretStore = (typeof secretStores)[number];
