import { z } from 'zod';
import { awsForms } from './aws-forms';
import { azureForms } from './azure-forms';
import type { Form } from './form';

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
  /** A KMS key's ARN that encrypts it, in the bucket's region. Default: the bucket's own encryption. */
  readonly kmsKey?: string;
  /** What each key in the bucket begins with, where projects share it: `orders-platform`. Default: nothing. */
  readonly prefix?: string;
  /** The ARN of an IAM role that reads and writes it, which whoever deploys assumes. Default: whoever deploys; in a pipeline that is the role that its OIDC token is for. */
  readonly role?: string;
}

/** An application of Entra ID that trusts the OIDC tokens of a pipeline. Its ids are no secrets. */
export interface AzurermIdentityInput {
  /** The application's (client) id. */
  readonly client: string;
  /** The tenant's id. */
  readonly tenant: string;
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
  /** What each key in the container begins with, where projects share it: `orders-platform`. Default: nothing. */
  readonly prefix?: string;
  /** Who reads and writes it, by the OIDC token of its pipeline. Default: whoever deploys, by whatever Azure's environment says: `ARM_USE_OIDC`, or `az login`. */
  readonly identity?: AzurermIdentityInput;
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
  prefix: z.string().optional(),
  role: z.string().optional(),
}) satisfies z.ZodType<S3StateInput>;

export const azurermIdentityShape = z.strictObject({
  client: z.string(),
  tenant: z.string(),
}) satisfies z.ZodType<AzurermIdentityInput>;

export const azurermStateShape = z.strictObject({
  backend: z.literal('azurerm'),
  resourceGroup: z.string(),
  storageAccount: z.string(),
  container: z.string(),
  prefix: z.string().optional(),
  identity: azurermIdentityShape.optional(),
}) satisfies z.ZodType<AzurermStateInput>;

export const stateShape = z.discriminatedUnion('backend', [localStateShape, s3StateShape, azurermStateShape]);

/**
 * `prod/prod-main-orders.tfstate`: environments of one project have names of their own (KFK-E007), and so have the stacks
 * of all of them (KFK-N001, KFK-E008). Of two projects in one bucket, `prefix` tells one from the other.
 */
export const stateKey = (state: State, environment: string, stack: string): string =>
  [...('prefix' in state && state.prefix !== undefined ? [state.prefix] : []), environment, `${stack}.tfstate`].join(
    '/',
  );

const prefix: Form = {
  form: /^(?=.{1,200}$)[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/,
  fix: "use letters, digits, '.', '_' and '-', at most 200, with '/' only between parts",
};

/**
 * What each store takes, by the field.
 */
export const stateForms: Readonly<Record<State['backend'], Readonly<Record<string, Form | readonly Form[]>>>> = {
  local: {},
  s3: {
    bucket: awsForms.bucket,
    region: awsForms.region,
    // In this order: an alias is none, before its id is looked at.
    kmsKey: [awsForms.kmsKey, awsForms.kmsKeyOfState],
    prefix,
    role: awsForms.role,
  },
  azurerm: {
    resourceGroup: azureForms.resourceGroupOfState,
    storageAccount: azureForms.storageAccount,
    container: azureForms.container,
    prefix,
    'identity.client': azureForms.uuid,
    'identity.tenant': azureForms.uuid,
  },
};
