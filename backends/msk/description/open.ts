import { z } from 'zod';

/** A cluster that was open and lived before the kit: whoever has no ACL is let in until everybody has. */
export interface OpenInput {
  /** Why it is still open. */
  readonly reason: string;
  /** The last day (`2026-12-31`) on which it may be. */
  readonly until: string;
}

export const openShape = z.strictObject({
  reason: z.string(),
  until: z.string(),
}) satisfies z.ZodType<OpenInput>;
