import { z } from 'zod';
import type { Audit } from '../../../model/audit';

/** An audit log that nobody changes, of a cluster of MSK. */
export interface MskAuditInput {
  /** The name of a bucket that is made for it, with Object Lock: brokers' logs and the trail go there. Default: none is made. */
  readonly bucket?: string;
  /** Days on which nothing in the bucket is changed or deleted. Default: as long as the environment says, 365 at least. */
  readonly days?: number;
  /** Who may still delete before that: nobody (`compliance`), or whoever has `s3:BypassGovernanceRetention`. Default: `compliance` at `regulated`, else `governance`. */
  readonly mode?: 'governance' | 'compliance';
  /** The ARN of a trail of CloudTrail that exists, such as the organisation's. Default: one is made that writes to the bucket. */
  readonly trail?: string;
  /** The ARN of a topic of SNS that is told when brokers refuse somebody. Default: alarms tell nobody. */
  readonly notify?: string;
}

export const mskAuditShape = z.strictObject({
  bucket: z.string().optional(),
  days: z.int().optional(),
  mode: z.enum(['governance', 'compliance']).optional(),
  trail: z.string().optional(),
  notify: z.string().optional(),
}) satisfies z.ZodType<MskAuditInput>;

/** As it is said: what is not, the environment decides. */
export interface MskAudit {
  readonly bucket?: string;
  readonly days?: number;
  readonly mode?: 'governance' | 'compliance';
  /** Absent: the kit makes one, where there is a bucket. */
  readonly trail?: string;
  readonly notify?: string;
}

/** Whether not even the account's root deletes anything before its time. */
export const isLocked = ({ mode }: MskAudit, environment: Audit): boolean =>
  mode === undefined ? environment.locked : mode === 'compliance';

/** Whoever makes a bucket for it keeps it for a year at least, whatever a mild profile asks. */
export const auditDaysOf = ({ days }: MskAudit, environment: Audit): number => days ?? Math.max(365, environment.days);
