import { z } from 'zod';
import { gibibytesOf, gibibytesShape } from './gibibytes';

/** Lets disks grow by themselves. https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html */
export interface StorageAutoscalingInput {
  /** As far as each disk grows, in whole GiB, at most `16384GiB`. */
  readonly maximum: `${number}GiB`;
  /** How full the fullest disk is, in percent, when all of them grow by a tenth: 10 to 80. Default: 60. */
  readonly target?: number;
}

export const storageAutoscalingShape = z.strictObject({
  maximum: gibibytesShape,
  target: z.int().optional(),
}) satisfies z.ZodType<StorageAutoscalingInput>;

export interface StorageAutoscaling {
  /** GiB. */
  readonly maximum: number;
  /** Percent of the disk. */
  readonly target: number;
}

export const storageAutoscalingOf = (said: StorageAutoscalingInput | undefined): StorageAutoscaling | undefined =>
  said && { maximum: gibibytesOf(said.maximum), target: said.target ?? 60 };
