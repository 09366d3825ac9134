import { z } from 'zod';
import { parseRate, parseSize, type Rate, rateShape, type Size, sizeShape } from '../../../model/units';
import { amountOf } from './amount';

/** What every client together, or each without a quota of its own, may move through a broker. */
export interface BrokerQuotaInput {
  /** `kafka`: for each user without a quota of its own. `strimzi`: shared by all clients, by Strimzi's plugin, to which quotas of applications count for nothing. */
  readonly type: 'kafka' | 'strimzi';
  /** Bytes that are produced. Default: unlimited. */
  readonly produce?: Rate;
  /** Bytes that are consumed. Default: unlimited. */
  readonly consume?: Rate;
  /** With `kafka`: whole percents of one of a broker's request threads; 200 is two threads. Default: unlimited. */
  readonly requestPercentage?: number;
  /** With `kafka`: partitions made or deleted a second. Default: unlimited. */
  readonly controllerMutationRate?: number;
  /** With `strimzi`: nobody may produce once a volume has no more than this left. Default: no limit. */
  readonly minAvailable?: Size;
  /** With `strimzi`, in place of `minAvailable`: the same as a part of the volume, 0.1 for a tenth. Default: no limit. */
  readonly minAvailableRatio?: number;
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
  minAvailableRatio: z.number().optional(),
  excludedPrincipals: z.array(z.string()).optional(),
}) satisfies z.ZodType<BrokerQuotaInput>;

/** Which type has each field that only one has. https://strimzi.io/docs/operators/latest/configuring.html#type-QuotasPluginStrimzi-reference */
export const fieldsOfType = {
  requestPercentage: 'kafka',
  controllerMutationRate: 'kafka',
  minAvailable: 'strimzi',
  minAvailableRatio: 'strimzi',
  excludedPrincipals: 'strimzi',
} as const satisfies Partial<Record<keyof BrokerQuotaInput, BrokerQuotaInput['type']>>;

/** A quota as it is written, and its amounts in bytes. */
export interface BrokerQuota extends BrokerQuotaInput {
  /** Each of `produce`, `consume` and `minAvailable` that is written; 0 where it is no amount, which a rule refuses. */
  readonly bytes: { readonly produce?: number; readonly consume?: number; readonly minAvailable?: number };
}

export function brokerQuotaOf(said: BrokerQuotaInput): BrokerQuota {
  const { produce, consume, minAvailable } = said;
  return {
    ...said,
    bytes: {
      produce: produce && amountOf(parseRate, produce),
      consume: consume && amountOf(parseRate, consume),
      minAvailable: minAvailable && amountOf(parseSize, minAvailable),
    },
  };
}
