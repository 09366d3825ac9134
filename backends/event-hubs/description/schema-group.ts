import { z } from 'zod';

/** A group of schemas in the namespace's own registry. https://learn.microsoft.com/azure/event-hubs/schema-registry-concepts */
export interface SchemaGroupInput {
  /** What schemas are written in; it stays as it was made. Default: `avro`. */
  readonly type?: 'avro' | 'json' | 'unknown';
  /** What a new version of a schema may do to the old ones; it stays as it was made, and only schemas in Avro evolve. Default: `backward` of `avro`, else `none`. */
  readonly compatibility?: 'none' | 'backward' | 'forward';
  /** Applications that read schemas: of every group, since the roles hold for the whole namespace. Default: none. */
  readonly readers?: readonly string[];
  /** Applications that write them, too, and could delete them. Default: none. */
  readonly writers?: readonly string[];
}

export const schemaGroupShape = z.strictObject({
  type: z.enum(['avro', 'json', 'unknown']).optional(),
  compatibility: z.enum(['none', 'backward', 'forward']).optional(),
  readers: z.array(z.string()).optional(),
  writers: z.array(z.string()).optional(),
}) satisfies z.ZodType<SchemaGroupInput>;

/** A group with both of its defaults decided. */
export function schemaGroupOf({
  type = 'avro',
  compatibility = type === 'avro' ? 'backward' : 'none',
}: SchemaGroupInput): Required<Pick<SchemaGroupInput, 'type' | 'compatibility'>> {
  return { type, compatibility };
}

/** What an application may do with the schemas of the namespace: all that any of its groups says. */
export function schemaRole(
  groups: Readonly<Record<string, SchemaGroupInput>>,
  application: string,
): 'Contributor' | 'Reader' | undefined {
  const all = Object.values(groups);
  if (all.some(({ writers }) => writers?.includes(application))) return 'Contributor';
  return all.some(({ readers }) => readers?.includes(application)) ? 'Reader' : undefined;
}
