import { z } from 'zod';
import { clusterStackName } from '../../../model/names';

/** A Key Vault key of yours that encrypts a namespace. */
export interface EncryptionInput {
  /** Its address; with a version it is not rotated: `https://VAULT.vault.azure.net/keys/KEY`. */
  readonly key: string;
  /** The id of the identity that may use the key. Default: one is made, and may use this key alone. */
  readonly identity?: string;
  /** The resource group of the key's vault; needed where the identity is made. Default: `vaultResourceGroup`. */
  readonly resourceGroup?: string;
  /** Whether it is encrypted a second time, below; fixed when the key is set. Default: false. */
  readonly twice?: boolean;
}

export const encryptionShape = z.strictObject({
  key: z.string(),
  identity: z.string().optional(),
  resourceGroup: z.string().optional(),
  twice: z.boolean().optional(),
}) satisfies z.ZodType<EncryptionInput>;

/** The identity that is made for a key. No application's has a single dash before its last part. */
export const encryptionIdentityName = (environment: string, cluster: string): string =>
  `${clusterStackName(environment, cluster)}-encryption`;
