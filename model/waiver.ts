import { z } from 'zod';

/** Sets one rule aside at one place, in writing, for a time. */
export interface WaiverInput {
  /** The rule's code, such as `KFK-T015`: a warning, or an error of best practice. */
  readonly code: string;
  /** The place as the problem names it: `topics['orders.created'].partitions`. */
  readonly path: string;
  /** Why the rule does not hold here. */
  readonly reason: string;
  /** Who answers for it: an owner of the platform. */
  readonly owner: string;
  /** The last day (`2026-12-31`) on which it holds. */
  readonly expires: string;
}

export const waiverShape = z.strictObject({
  code: z.string(),
  path: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: z.string(),
}) satisfies z.ZodType<WaiverInput>;
