import { z } from 'zod';
import { parseRate, parseSize, type Rate, rateShape, type Size, sizeShape, UnitError } from '../../../model/units';

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
  /** With `strimzi`: nobody may produce once a volume has no more than this left. Default: nobody looks. */
  readonly minAvailable?: Size;
  /** With `strimzi`, in place of `minAvailable`: the same as a part of the volume, 0.1 for a tenth. Default: nobody looks. */
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

/** What is measured in bytes, as bytes; 0 where what is written is no amount, which a rule refuses. */
export const quotaBytes = ({ produce, consume, minAvailable }: BrokerQuotaInput) => ({
  produce: produce && amount(parseRate, produce),
  consume: consume && amount(parseRate, consume),
  minAvailable: minAvailable && amount(parseSize, minAvailable),
});

function amount(parse: (text: string) => number, text: string): number {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof UnitError) return 0;
    throw error;
  }
}
