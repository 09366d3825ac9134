import { z } from 'zod';

/** A user-assigned managed identity that exists, in the subscription that is deployed to. */
export interface ExistingIdentityInput {
  readonly name: string;
  /** Default: the namespace's. */
  readonly resourceGroup?: string;
}

/** The managed identities that applications are. Each application's is made unless it is named here. */
export interface IdentitiesInput {
  /** The OpenID Connect issuer of the Kubernetes cluster that applications run on: there the service account `<application>` becomes the identity that is made for it. Default: somebody else federates them. */
  readonly issuer?: string;
  /** The namespace of those service accounts; an application that names its own is there. Default: `default`. */
  readonly namespace?: string;
  /** Identities that exist, by application; whoever made one federates it. Default: none does. */
  readonly existing?: Readonly<Record<string, ExistingIdentityInput>>;
}

export const identitiesShape = z.strictObject({
  issuer: z.string().optional(),
  namespace: z.string().optional(),
  existing: z.record(z.string(), z.strictObject({ name: z.string(), resourceGroup: z.string().optional() })).optional(),
}) satisfies z.ZodType<IdentitiesInput>;

/** The Kubernetes namespace of an application's service account. */
export const serviceAccountNamespace = (
  { namespace: ofAll = 'default' }: IdentitiesInput,
  { namespace = ofAll }: { readonly namespace?: string },
): string => namespace;
