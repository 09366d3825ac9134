import { z } from 'zod';

/** A CloudWatch log group that is made with the cluster. */
export interface MskLogGroupInput {
  /** How many days it keeps them, as CloudWatch knows them: 1, 3, 5, 7, 14, 30, … 3653. Default: 365. */
  readonly days?: number;
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
  /** A CloudWatch log group that is made with the cluster; false makes none. Default: kept for 365 days. */
  readonly cloudwatch?: false | MskLogGroupInput;
  /** An S3 bucket that exists and whose policy lets `delivery.logs.amazonaws.com` write. Default: none. */
  readonly s3?: MskLogBucketInput;
  /** The name of a delivery stream of Firehose that exists. Default: none. */
  readonly firehose?: string;
}

export const mskLogGroupShape = z.strictObject({
  days: z.int().optional(),
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
  /** Days that a log group of the cluster's own keeps them. Absent: it has none. */
  readonly cloudwatchDays?: number;
  readonly s3?: MskLogsInput['s3'];
  readonly firehose?: string;
}

export const logsOf = ({ cloudwatch, s3, firehose }: MskLogsInput = {}): MskLogs => ({
  cloudwatchDays: cloudwatch === false ? undefined : (cloudwatch?.days ?? 365),
  s3,
  firehose,
});
