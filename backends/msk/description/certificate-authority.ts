import { z } from 'zod';

/** A private authority of AWS Private CA that is made with the cluster; it costs by the month. */
export interface PrivateAuthorityInput {
  /** Its common name. Default: the cluster's name in AWS. */
  readonly commonName?: string;
  /** How many years its own certificate is valid. Default: 10. */
  readonly years?: number;
}

export const privateAuthorityShape = z.strictObject({
  commonName: z.string().optional(),
  years: z.int().optional(),
}) satisfies z.ZodType<PrivateAuthorityInput>;
