import { z } from 'zod';

/** The IAM roles that applications are. Without `issuer` and `podIdentity` only policies are made, which somebody attaches. */
export interface RolesInput {
  /** The ARN of the IAM OpenID Connect provider of an EKS cluster: service accounts become roles (IRSA). Default: none. */
  readonly issuer?: string;
  /** The name of an EKS cluster with the Pod Identity agent: service accounts become roles. Default: none. */
  readonly podIdentity?: string;
  /** The namespace of those service accounts; an application that names its own is there. Default: `default`. */
  readonly namespace?: string;
  /** Names of roles that exist, by application: its policies are attached to it. Default: none does. */
  readonly existing?: Readonly<Record<string, string>>;
}

export const rolesShape = z.strictObject({
  issuer: z.string().optional(),
  podIdentity: z.string().optional(),
  namespace: z.string().optional(),
  existing: z.record(z.string(), z.string()).optional(),
}) satisfies z.ZodType<RolesInput>;
