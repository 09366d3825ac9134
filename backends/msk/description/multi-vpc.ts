import { z } from 'zod';
import { type Mechanism, mechanisms } from './mechanisms';

/** Lets other VPCs reach the cluster by private connections of their own. https://docs.aws.amazon.com/msk/latest/developerguide/aws-access-mult-vpc.html */
export interface MultiVpcInput {
  /** Accounts, by their twelve digits, that may make such a connection; the cluster's own needs no leave. Default: none. */
  readonly accounts?: readonly string[];
  /** Lets MSK Replicator read from the cluster out of another region. Default: false. */
  readonly replicator?: boolean;
  /** What may be used over it. Default: what applications may use. */
  readonly authentication?: readonly Mechanism[];
}

export const multiVpcShape = z.strictObject({
  accounts: z.array(z.string()).optional(),
  replicator: z.boolean().optional(),
  authentication: z.array(z.enum(mechanisms)).optional(),
}) satisfies z.ZodType<MultiVpcInput>;

/** Who reaches it so, decided. */
export type MultiVpc = Required<MultiVpcInput>;

export const multiVpcOf = (
  said: MultiVpcInput | undefined,
  authentication: readonly Mechanism[],
): MultiVpc | undefined => said && { accounts: [], replicator: false, authentication, ...said };

/** Whom the cluster's policy names. */
export const invitedBy = ({ accounts = [], replicator = false }: MultiVpcInput = {}): string[] => [
  ...accounts,
  ...(replicator ? ['kafka.amazonaws.com'] : []),
];
