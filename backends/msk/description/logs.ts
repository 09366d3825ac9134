import { z } from 'zod';
import { daysOf } from '../../../model/days';
import { type Duration, durationShape } from '../../../model/units';

/** A CloudWatch log group that is made with the cluster. */
export interface MskLogGroupInput {
  /** How long it keeps them, in whole days as CloudWatch knows them: `1d`, `3d`, `5d`, `7d`, `14d`, `30d`, … `3653d`. Default: `365d`. */
  readonly retention?: Duration;
}

/** A bucket of S3 that exists. */
export interface MskLogBucketInput {
  /** The bucket's name. */
  readonly bucket: string;
  /** What the keys of their objects begin with. Default: nothing of yours. */
  readonly prefix?: string;
}

/** Where brokers' logs go. */
export interface MskLogsInput {
  /** A CloudWatch log group that is made with the cluster; false makes none. Default: one that keeps them for `365d`. */
  readonly cloudwatch?: false | MskLogGroupInput;
  /** An S3 bucket that exists and whose policy lets `delivery.logs.amazonaws.com` write. Default: none. */
  readonly s3?: MskLogBucketInput;
  /** The name of a delivery stream of Firehose that exists. Default: none. */
  readonly firehose?: string;
}

export const mskLogGroupShape = z.strictObject({
  retention: durationShape.optional(),
}) satisfies z.ZodType<MskLogGroupInput>;

export const mskLogBucketShape = z.strictObject({
  bucket: z.string(),
  prefix: z.string().optional(),
}) satisfies z.ZodType<MskLogBucketInput>;

export const mskLogsShape = z.strictObject({
  cloudwatch: z.union([z.literal(false), mskLogGroupShape]).optional(),
  s3: mskLogBucketShape.optional(),
  firehose: z.string().optional(),
}) satisfies z.ZodType<MskLogsInput>;

/** Where they go, decided. */
export interface MskLogs {
  /** Days that a log group of the cluster's own keeps them; no number where they are no length of time, which a rule refuses. Absent: it has none. */
  readonly cloudwatchDays?: number;
  readonly s3?: MskLogsInput['s3'];
  readonly firehose?: string;
}

export const logsOf = ({ cloudwatch, s3, firehose }: MskLogsInput = {}): MskLogs => ({
  cloudwatchDays: cloudwatch === false ? undefined : daysOf(cloudwatch?.retention ?? '365d'),
  s3,
  firehose,
});
