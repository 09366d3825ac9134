import { z } from 'zod';

/** Terraform's state on the machine that deploys, outside the repository. */
export interface LocalStateInput {
  readonly backend: 'local';
}

/** Terraform's state in an S3 bucket that exists, locked by a file beside it. https://developer.hashicorp.com/terraform/language/backend/s3 */
export interface S3StateInput {
  readonly backend: 's3';
  readonly bucket: string;
  readonly region: string;
  /** A KMS key's ARN that encrypts it. Default: the bucket's own encryption. */
  readonly kmsKey?: string;
}

/** Terraform's state in a blob container that exists, reached by Entra ID. https://developer.hashicorp.com/terraform/language/backend/azurerm */
export interface AzurermStateInput {
  readonly backend: 'azurerm';
  readonly resourceGroup: string;
  readonly storageAccount: string;
  readonly container: string;
}

/** Where Terraform keeps what it knows; each stack has its own `<environment>/<stack>.tfstate`. */
export type StateInput = LocalStateInput | S3StateInput | AzurermStateInput;
export type State = StateInput;

export const stateShape = z.discriminatedUnion('backend', [
  z.strictObject({ backend: z.literal('local') }),
  z.strictObject({ backend: z.literal('s3'), bucket: z.string(), region: z.string(), kmsKey: z.string().optional() }),
  z.strictObject({
    backend: z.literal('azurerm'),
    resourceGroup: z.string(),
    storageAccount: z.string(),
    container: z.string(),
  }),
]) satisfies z.ZodType<StateInput>;
