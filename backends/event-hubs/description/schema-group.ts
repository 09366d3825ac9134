import { z } from 'zod';

/** A group of schemas in the namespace's own registry. https://learn.microsoft.com/azure/event-hubs/schema-registry-concepts */
export interface SchemaGroupInput {
  /** What schemas are written in. Default: `avro`. */
  readonly type?: 'avro' | 'unknown';
  /** What a new version of a schema may do to the old ones; it stays as it was made. Default: `backward`. */
  readonly compatibility?: 'none' | 'backward' | 'forward';
  /** Applications that read schemas. Default: none. */
  readonly readers?: readonly string[];
  /** Applications that write them, too. Default: none. */
  readonly writers?: readonly string[];
}

export const schemaGroupShape = z.strictObject({
  type: z.enum(['avro', 'unknown']).optional(),
  compatibility: z.enum(['none', 'backward', 'forward']).optional(),
  readers: z.array(z.string()).optional(),
  writers: z.array(z.string()).optional(),
}) satisfies z.ZodType<SchemaGroupInput>;
