import { z } from 'zod';

/** AWS Secrets Manager: an object with `username` and `password`. */
export interface SecretsManagerPasswordsInput {
  /** Which store. */
  readonly store: 'secrets-manager';
  /** The region of the secrets: `eu-west-1`. */
  readonly region: string;
}

/** An Azure Key Vault: an object with `username` and `password`, as JSON. */
export interface KeyVaultPasswordsInput {
  /** Which store. */
  readonly store: 'key-vault';
  /** The name of the Key Vault. */
  readonly vault: string;
  /** Its resource group. */
  readonly resourceGroup: string;
}

/** HashiCorp's Vault or OpenBao: an object with `username` and `password` in a mount of the KV engine, version 2. */
export interface VaultPasswordsInput {
  /** Which store. */
  readonly store: 'vault';
  /** The path of the mount. Default: `secret`. */
  readonly mount?: string;
}

/** Where Terraform makes the passwords of applications on a cluster that somebody else runs. */
export type PasswordsInput = SecretsManagerPasswordsInput | KeyVaultPasswordsInput | VaultPasswordsInput;

export const secretsManagerPasswordsShape = z.strictObject({
  store: z.literal('secrets-manager'),
  region: z.string(),
}) satisfies z.ZodType<SecretsManagerPasswordsInput>;

export const keyVaultPasswordsShape = z.strictObject({
  store: z.literal('key-vault'),
  vault: z.string(),
  resourceGroup: z.string(),
}) satisfies z.ZodType<KeyVaultPasswordsInput>;

export const vaultPasswordsShape = z.strictObject({
  store: z.literal('vault'),
  mount: z.string().optional(),
}) satisfies z.ZodType<VaultPasswordsInput>;

export const passwordsShape = z.discriminatedUnion('store', [
  secretsManagerPasswordsShape,
  keyVaultPasswordsShape,
  vaultPasswordsShape,
]);
