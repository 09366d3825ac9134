import { z } from 'zod';
import { type Audit, storedDays } from '../../../model/audit';
import { daysOf } from '../../../model/days';
import { type Duration, durationShape } from '../../../model/units';

const replications = ['LRS', 'ZRS', 'GRS', 'GZRS'] as const;

/** A storage account of its own, in the namespace's region, in which its logs can be neither changed nor deleted. */
export interface LogArchiveInput {
  /** The account's name, unique in all of Azure: 3 to 24 lower-case letters and digits. */
  readonly storageAccount: string;
  /** How long each log stays as it is, in whole days, `1d` to `146000d`. Default: as long as the environment says, `365d` at least. */
  readonly retention?: Duration;
  /** Whether the policy is locked: nobody shortens it ever again, nor deletes the account before its time. Azure locks only an account that it has made already. Default: false. */
  readonly locked?: boolean;
  /** How often it is stored: in one place (`LRS`), in three zones (`ZRS`), in the paired region too (`GRS`, `GZRS`). Default: `GRS`. */
  readonly replication?: (typeof replications)[number];
}

export const logArchiveShape = z.strictObject({
  storageAccount: z.string(),
  retention: durationShape.optional(),
  locked: z.boolean().optional(),
  replication: z.enum(replications).optional(),
}) satisfies z.ZodType<LogArchiveInput>;

/** Days that an archive keeps each log. */
export const archiveDays = ({ retention }: LogArchiveInput, environment: Audit): number =>
  storedDays(retention === undefined ? undefined : daysOf(retention), environment);
