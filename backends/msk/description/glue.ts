import { z } from 'zod';

/** A schema in Glue's registry. */
export interface GlueSchemaInput {
  /** What it is written in. Default: `avro`. */
  readonly format?: 'avro' | 'json' | 'protobuf';
  /** What a new version may do to the old ones, in Glue's words. Default: `backward`. */
  readonly compatibility?:
    | 'none'
    | 'disabled'
    | 'backward'
    | 'backward-all'
    | 'forward'
    | 'forward-all'
    | 'full'
    | 'full-all';
  /** As text, at most 170,000 characters. Where the registry has writers it is the first version, and later ones are theirs; else another text is another version. */
  readonly definition: string;
}

/** A registry of AWS Glue, beside the cluster. https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html */
export interface GlueRegistryInput {
  /** Schemas by name. Default: none. */
  readonly schemas?: Readonly<Record<string, GlueSchemaInput>>;
  /** Applications that fetch versions, by their ids: Glue lets no policy say of which registry. Default: none. */
  readonly readers?: readonly string[];
  /** Applications that register versions, too, in this registry alone; they make no schema. Default: none. */
  readonly writers?: readonly string[];
}

/** A registry, decided. */
export interface GlueRegistry extends Required<GlueRegistryInput> {
  readonly schemas: Readonly<Record<string, Required<GlueSchemaInput>>>;
}

export const glueOf = (
  said: Readonly<Record<string, GlueRegistryInput>> = {},
): Readonly<Record<string, GlueRegistry>> =>
  Object.fromEntries(
    Object.entries(said).map(([name, { schemas = {}, readers = [], writers = [] }]) => [
      name,
      {
        schemas: Object.fromEntries(
          Object.entries(schemas).map(([schema, { format = 'avro', compatibility = 'backward', definition }]) => [
            schema,
            { format, compatibility, definition },
          ]),
        ),
        readers,
        writers,
      },
    ]),
  );

export const glueSchemaShape = z.strictObject({
  format: z.enum(['avro', 'json', 'protobuf']).optional(),
  compatibility: z
    .enum(['none', 'disabled', 'backward', 'backward-all', 'forward', 'forward-all', 'full', 'full-all'])
    .optional(),
  definition: z.string(),
}) satisfies z.ZodType<GlueSchemaInput>;

export const glueRegistryShape = z.strictObject({
  schemas: z.record(z.string(), glueSchemaShape).optional(),
  readers: z.array(z.string()).optional(),
  writers: z.array(z.string()).optional(),
}) satisfies z.ZodType<GlueRegistryInput>;
