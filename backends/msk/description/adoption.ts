import { z } from 'zod';

/** A cluster that was open and lived before the kit: whoever has no ACL is let in until everybody has. */
export interface AdoptionInput {
  /** Why it is still open. */
  readonly reason: string;
  /** The last day (`2026-12-31`) on which it may be. */
  readonly until: string;
}

export const adoptionShape = z.strictObject({
  reason: z.string(),
  until: z.string(),
}) satisfies z.ZodType<AdoptionInput>;
