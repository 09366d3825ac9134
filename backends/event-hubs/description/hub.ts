import { z } from 'zod';
import { type Duration, durationShape, type Size, sizeShape } from '../../../model/units';

/** Event Hubs Capture writes a hub's records to Blob Storage, in Avro. */
export interface CaptureInput {
  /** The id of the storage account. */
  readonly storageAccount: string;
  /** The blob container, which exists. */
  readonly container: string;
  /** How long a file is written at most: 1 to 15 minutes. Default: `5m`. */
  readonly every?: Duration;
  /** How much a file holds at most: 10 to 500 MiB. Default: `300MiB`. */
  readonly size?: Size;
  /** Whether times without records leave no file. Default: true. */
  readonly skipEmpty?: boolean;
}

/** What an event hub has beside what is Kafka's; a topic's name is its own. */
export interface HubInput {
  /** Default: nothing is captured. */
  readonly capture?: CaptureInput;
  /** Consumer groups of Event Hubs, for readers by AMQP; Kafka's groups need none. Default: only `$Default`. */
  readonly consumerGroups?: readonly string[];
}

export const captureShape = z.strictObject({
  storageAccount: z.string(),
  container: z.string(),
  every: durationShape.optional(),
  size: sizeShape.optional(),
  skipEmpty: z.boolean().optional(),
}) satisfies z.ZodType<CaptureInput>;

export const hubShape = z.strictObject({
  capture: captureShape.optional(),
  consumerGroups: z.array(z.string()).optional(),
}) satisfies z.ZodType<HubInput>;
