import { z } from 'zod';
import { type Rate, rateShape, type Size, sizeShape } from '../../../model/units';

/** What every client together, or each without a quota of its own, may move through a broker. */
export interface BrokerQuotaInput {
  /** `kafka`: for each user without a quota of its own. `strimzi`: shared by all clients, by Strimzi's plugin. */
  readonly type: 'kafka' | 'strimzi';
  /** Bytes that are produced. Default: unlimited. */
  readonly produce?: Rate;
  /** Bytes that are consumed. Default: unlimited. */
  readonly consume?: Rate;
  /** Percent of a broker's request threads, with `kafka`. Default: unlimited. */
  readonly requestPercentage?: number;
  /** Partitions made or deleted a second, with `kafka`. Default: unlimited. */
  readonly controllerMutationRate?: number;
  /** With `strimzi`: nobody may produce once a volume has less than this left. Default: nobody looks. */
  readonly minAvailable?: Size;
  /** With `strimzi`: principals that it does not hold back, as `User:admin`. Default: none. */
  readonly excludedPrincipals?: readonly string[];
}

export const brokerQuotaShape = z.strictObject({
  type: z.enum(['kafka', 'strimzi']),
  produce: rateShape.optional(),
  consume: rateShape.optional(),
  requestPercentage: z.number().optional(),
  controllerMutationRate: z.number().optional(),
  minAvailable: sizeShape.optional(),
  excludedPrincipals: z.array(z.string()).optional(),
}) satisfies z.ZodType<BrokerQuotaInput>;
