import { z } from 'zod';
import type { Origin } from './place';

/** One file of a plugin, in a Maven repository. */
export interface PluginArtifactInput {
  /** Maven's `groupId`: `io.debezium`. */
  readonly group: string;
  /** Maven's `artifactId`: `debezium-connector-postgres`. */
  readonly artifact: string;
  /** Maven's `version`: `3.4.0.Final`. */
  readonly version: string;
  /** Maven's classifier: `plugin`. Default: none. */
  readonly classifier?: string;
  /** How it is packed. Default: `jar`. */
  readonly type?: 'jar' | 'tar.gz' | 'zip';
  /** SHA-512 of the file in 128 hexadecimal digits; production needs it. Default: whatever the repository serves is taken. */
  readonly sha512?: string;
}

/** Connectors, converters or transformations that an image of Kafka Connect holds. */
export interface PluginInput {
  /** The files that it is made of. */
  readonly artifacts: readonly PluginArtifactInput[];
  /** The Maven repository. Default: `https://repo1.maven.org/maven2`. */
  readonly repository?: string;
}

export const pluginArtifactShape = z.strictObject({
  group: z.string(),
  artifact: z.string(),
  version: z.string(),
  classifier: z.string().optional(),
  type: z.enum(['jar', 'tar.gz', 'zip']).optional(),
  sha512: z.string().optional(),
}) satisfies z.ZodType<PluginArtifactInput>;

export const pluginShape = z.strictObject({
  artifacts: z.array(pluginArtifactShape),
  repository: z.string().optional(),
}) satisfies z.ZodType<PluginInput>;

/** A plugin with every default decided. */
export interface Plugin extends Required<PluginInput> {
  readonly name: string;
  readonly origin: Origin;
}
