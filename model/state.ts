import { z } from 'zod';

/** Terraform's state on the machine that deploys, outside the repository. */
export interface LocalStateInput {
  /** Where the state is: `local` is the machine that deploys. */
  readonly backend: 'local';
}

/** Terraform's state in an S3 bucket that exists, locked by a file beside it. https://developer.hashicorp.com/terraform/language/backend/s3 */
export interface S3StateInput {
  /** Where the state is: `s3` is a bucket of AWS. */
  readonly backend: 's3';
  /** The bucket's name. */
  readonly bucket: string;
  /** The bucket's region. */
  readonly region: string;
  /** A KMS key's ARN that encrypts it. Default: the bucket's own encryption. */
  readonly kmsKey?: string;
}

/** Terraform's state in a blob container that exists, reached by Entra ID. https://developer.hashicorp.com/terraform/language/backend/azurerm */
export interface AzurermStateInput {
  /** Where the state is: `azurerm` is a blob container of Azure. */
  readonly backend: 'azurerm';
  /** The resource group of the storage account. */
  readonly resourceGroup: string;
  /** The storage account's name. */
  readonly storageAccount: string;
  /** The container's name. */
  readonly container: string;
}

/** Where Terraform keeps what it knows; each stack has its own `<environment>/<stack>.tfstate`. */
export type StateInput = LocalStateInput | S3StateInput | AzurermStateInput;
export type State = StateInput;

export const localStateShape = z.strictObject({ backend: z.literal('local') }) satisfies z.ZodType<LocalStateInput>;

export const s3StateShape = z.strictObject({
  backend: z.literal('s3'),
  bucket: z.string(),
  region: z.string(),
  kmsKey: z.string().optional(),
}) satisfies z.ZodType<S3StateInput>;

export const azurermStateShape = z.strictObject({
  backend: z.literal('azurerm'),
  resourceGroup: z.string(),
  storageAccount: z.string(),
  container: z.string(),
}) satisfies z.ZodType<AzurermStateInput>;

export const stateShape = z.discriminatedUnion('backend', [localStateShape, s3StateShape, azurermStateShape]);
