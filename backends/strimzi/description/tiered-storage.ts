import { z } from 'zod';

/** A plugin that keeps old records in an object store; it is in the cluster's `image`, Strimzi's has none. */
export interface TieredStorageInput {
  /** Kafka's `remote.log.storage.manager.class.name`. */
  readonly className: string;
  /** Kafka's `remote.log.storage.manager.class.path`, where the plugin is in the image: `/opt/kafka/plugins/tiered-storage/*`. */
  readonly classPath: string;
  /** The plugin's configuration by its own names, without Kafka's prefix `rsm.config.`; secrets are references of a config provider: `${strimzienv:S3_KEY}`. Default: none. */
  readonly config?: Readonly<Record<string, string>>;
}

export const tieredStorageShape = z.strictObject({
  className: z.string(),
  classPath: z.string(),
  config: z.record(z.string(), z.string()).optional(),
}) satisfies z.ZodType<TieredStorageInput>;
