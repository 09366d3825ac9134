import { z } from 'zod';

/** Lets the internet reach the brokers, with credentials still. https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html */
export interface PublicAccessInput {
  /** The addresses that reach it, as IPv4 blocks: `198.51.100.7/32`. */
  readonly from: readonly string[];
}

export const publicAccessShape = z.strictObject({
  from: z.array(z.string()),
}) satisfies z.ZodType<PublicAccessInput>;
