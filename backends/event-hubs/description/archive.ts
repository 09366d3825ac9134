import { z } from 'zod';

/** A storage account of its own in which a namespace's logs can be neither changed nor deleted. */
export interface LogArchiveInput {
  /** The account's name, unique in all of Azure: 3 to 24 lower-case letters and digits. */
  readonly storageAccount: string;
  /** How many days each log stays as it is. Default: 365. */
  readonly days?: number;
  /** Whether the policy is locked: nobody shortens it ever again, nor deletes the account before its time. Default: false. */
  readonly locked?: boolean;
}

export const logArchiveShape = z.strictObject({
  storageAccount: z.string(),
  days: z.int().optional(),
  locked: z.boolean().optional(),
}) satisfies z.ZodType<LogArchiveInput>;
