import { z } from 'zod';
import { type Mechanism, mechanisms } from './mechanisms';

/** Lets VPCs of other accounts reach the cluster by private connections of their own. https://docs.aws.amazon.com/msk/latest/developerguide/aws-access-mult-vpc.html */
export interface MultiVpcInput {
  /** Accounts, by their twelve digits, that may make such a connection. */
  readonly accounts: readonly string[];
  /** What may be used over it. Default: what applications may use. */
  readonly authentication?: readonly Mechanism[];
}

export const multiVpcShape = z.strictObject({
  accounts: z.array(z.string()),
  authentication: z.array(z.enum(mechanisms)).optional(),
}) satisfies z.ZodType<MultiVpcInput>;
