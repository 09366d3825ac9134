import { z } from 'zod';

/** Where brokers' logs go. */
export interface MskLogsInput {
  /** A CloudWatch log group that is made with the cluster; false makes none. Default: kept for 365 days. */
  readonly cloudwatch?: false | { readonly days?: number };
  /** An S3 bucket that exists. Default: none. */
  readonly s3?: { readonly bucket: string; readonly prefix?: string };
  /** The name of a delivery stream of Firehose that exists. Default: none. */
  readonly firehose?: string;
}

export const mskLogsShape = z.strictObject({
  cloudwatch: z.union([z.literal(false), z.strictObject({ days: z.int().optional() })]).optional(),
  s3: z.strictObject({ bucket: z.string(), prefix: z.string().optional() }).optional(),
  firehose: z.string().optional(),
}) satisfies z.ZodType<MskLogsInput>;
