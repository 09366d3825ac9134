import { z } from 'zod';

/** A private DNS zone that is made with the namespace. */
export interface PrivateZoneInput {
  /** Ids of the virtual networks that resolve it. */
  readonly networks: readonly string[];
}

export const privateZoneShape = z.strictObject({
  networks: z.array(z.string()),
}) satisfies z.ZodType<PrivateZoneInput>;
