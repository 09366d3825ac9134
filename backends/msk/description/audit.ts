import { z } from 'zod';
import { type Audit, storedDays } from '../../../model/audit';
import { daysOf } from '../../../model/days';
import { type RefusalAlarmsInput, refusalAlarmsShape } from '../../../model/refusal-alarms';
import { type Duration, durationShape } from '../../../model/units';

/** An audit log that nobody changes, of a cluster of MSK, and who is told of what is in it. */
export interface MskAuditInput {
  /** The name of a bucket that is made for it, with Object Lock: brokers' logs and the trail go there. Default: none is made. */
  readonly bucket?: string;
  /** How long nothing in the bucket is changed or deleted, in whole days. Default: as long as the environment says, `365d` at least. */
  readonly retention?: Duration;
  /** Who may still delete before that: nobody (`compliance`), or whoever has `s3:BypassGovernanceRetention`. Default: `compliance` at `regulated`, else `governance`. */
  readonly mode?: 'governance' | 'compliance';
  /** The ARN of a trail of CloudTrail that exists, such as the organisation's. Default: one is made that writes to the bucket. */
  readonly trail?: string;
  /** Who is told when brokers refuse many. Default: alarms are made, and tell nobody. */
  readonly alarms?: RefusalAlarmsInput;
}

export const mskAuditShape = z.strictObject({
  bucket: z.string().optional(),
  retention: durationShape.optional(),
  mode: z.enum(['governance', 'compliance']).optional(),
  trail: z.string().optional(),
  alarms: refusalAlarmsShape.optional(),
}) satisfies z.ZodType<MskAuditInput>;

/** Whether not even the account's root deletes anything before its time. */
export const isLocked = ({ mode }: MskAuditInput, environment: Audit): boolean =>
  mode === undefined ? environment.locked : mode === 'compliance';

/** Days that a bucket keeps what is written to it. */
export const bucketDays = ({ retention }: MskAuditInput, environment: Audit): number =>
  storedDays(retention === undefined ? undefined : daysOf(retention), environment);
