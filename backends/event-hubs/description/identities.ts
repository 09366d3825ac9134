import { z } from 'zod';

/** The managed identities that applications are. Each application's is made unless it is named here. */
export interface IdentitiesInput {
  /** The OpenID Connect issuer of the Kubernetes cluster that applications run on: their service accounts become their identities. Default: somebody else federates them. */
  readonly issuer?: string;
  /** The namespace of those service accounts; an application that names its own is there. Default: `default`. */
  readonly namespace?: string;
  /** Ids of user-assigned identities that exist, by application. Default: none does. */
  readonly existing?: Readonly<Record<string, string>>;
}

export const identitiesShape = z.strictObject({
  issuer: z.string().optional(),
  namespace: z.string().optional(),
  existing: z.record(z.string(), z.string()).optional(),
}) satisfies z.ZodType<IdentitiesInput>;
