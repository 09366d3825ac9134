import { z } from 'zod';

const replications = ['LRS', 'ZRS', 'GRS', 'GZRS'] as const;

/** A storage account of its own, in the namespace's region, in which its logs can be neither changed nor deleted. */
export interface LogArchiveInput {
  /** The account's name, unique in all of Azure: 3 to 24 lower-case letters and digits. */
  readonly storageAccount: string;
  /** How many days each log stays as it is, 1 to 146000. Default: as long as the environment says, 365 at least. */
  readonly days?: number;
  /** Whether the policy is locked: nobody shortens it ever again, nor deletes the account before its time. Azure locks only an account that it has made already. Default: false. */
  readonly locked?: boolean;
  /** How often it is stored: in one place (`LRS`), in three zones (`ZRS`), in the paired region too (`GRS`, `GZRS`). Default: `GRS`. */
  readonly replication?: (typeof replications)[number];
}

export const logArchiveShape = z.strictObject({
  storageAccount: z.string(),
  days: z.int().optional(),
  locked: z.boolean().optional(),
  replication: z.enum(replications).optional(),
}) satisfies z.ZodType<LogArchiveInput>;
