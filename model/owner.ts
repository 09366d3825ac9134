import { z } from 'zod';
import type { Origin } from './place';

/** A team that answers for topics and applications. */
export interface OwnerInput {
  /** An address that reaches the team: mail or a chat channel's URL. */
  readonly contact: string;
  /** The team's on-call schedule; in production whoever owns a `lag` objective needs one. Nothing pages it yet. Default: none. */
  readonly page?: string;
  /** One sentence for people. Default: none. */
  readonly description?: string;
}

export const ownerShape = z.strictObject({
  contact: z.string(),
  page: z.string().optional(),
  description: z.string().optional(),
}) satisfies z.ZodType<OwnerInput>;

export interface Owner extends OwnerInput {
  readonly name: string;
  readonly origin: Origin;
}
