import { z } from 'zod';
import { type Duration, durationShape, parseDuration, parseSize, type Size, sizeShape } from '../../../model/units';
import { captureWindow } from '../../../render/event-hubs/hubs';

/**
 * Event Hubs Capture writes a hub's records to Blob Storage, in Avro, beside its consumers.
 * https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview
 */
export interface CaptureInput {
  /** The id of the storage account: not a premium one; without `identity` in the same subscription, with its keys allowed. */
  readonly storageAccount: string;
  /** The id of a user-assigned identity that writes there as «Storage Blob Data Contributor»; the namespace is given it. Default: Event Hubs writes by the account's keys. */
  readonly identity?: string;
  /** The blob container, which exists. */
  readonly container: string;
  /** How long a file is written at most, in whole seconds: 1 to 15 minutes. Default: `5m`. */
  readonly every?: Duration;
  /** How much a file holds at most: 10 to 500 MiB. Default: `300MiB`. */
  readonly size?: Size;
  /** Whether times without records leave no file. Default: true. */
  readonly skipEmpty?: boolean;
  /** How files are called; it holds each of the nine parts of the default. Default: `{Namespace}/{EventHub}/{PartitionId}/{Year}/{Month}/{Day}/{Hour}/{Minute}/{Second}`. */
  readonly nameFormat?: string;
}

/** What an event hub has beside what is Kafka's; a topic's name is its own. */
export interface HubInput {
  /** Where its records are copied to besides, in Avro. Default: nothing is captured. */
  readonly capture?: CaptureInput;
  /** Consumer groups of Event Hubs, for readers by AMQP; Kafka's groups need none. Default: only `$Default`, which each hub has. */
  readonly consumerGroups?: readonly string[];
}

export const captureShape = z.strictObject({
  storageAccount: z.string(),
  identity: z.string().optional(),
  container: z.string(),
  every: durationShape.optional(),
  size: sizeShape.optional(),
  skipEmpty: z.boolean().optional(),
  nameFormat: z.string().optional(),
}) satisfies z.ZodType<CaptureInput>;

export const hubShape = z.strictObject({
  capture: captureShape.optional(),
  consumerGroups: z.array(z.string()).optional(),
}) satisfies z.ZodType<HubInput>;

/** How often Capture ends a file: seconds, and bytes; a number that is none where the unit was understood and the amount was not. */
export const windowOf = ({ every, size }: CaptureInput) => ({
  seconds: every === undefined ? captureWindow.seconds.usual : amount(() => parseDuration(every)) / 1_000,
  bytes: size === undefined ? captureWindow.bytes.usual : amount(() => parseSize(size)),
});

function amount(read: () => number): number {
  try {
    return read();
  } catch {
    return Number.NaN;
  }
}
