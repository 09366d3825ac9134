import { z } from 'zod';

/** Where brokers' logs go. */
export interface MskLogsInput {
  /** A CloudWatch log group that is made with the cluster; false makes none. Default: kept for 365 days. */
  readonly cloudwatch?:
    | false
    | { /** As CloudWatch knows them: 1, 3, 5, 7, 14, 30, … 3653. Default: 365. */ readonly days?: number };
  /** An S3 bucket that exists and whose policy lets `delivery.logs.amazonaws.com` write. Default: none. */
  readonly s3?: { readonly bucket: string; readonly prefix?: string };
  /** The name of a delivery stream of Firehose that exists. Default: none. */
  readonly firehose?: string;
}

export const mskLogsShape = z.strictObject({
  cloudwatch: z.union([z.literal(false), z.strictObject({ days: z.int().optional() })]).optional(),
  s3: z.strictObject({ bucket: z.string(), prefix: z.string().optional() }).optional(),
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
