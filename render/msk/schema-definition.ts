/** Something that is wrong with a schema as text, and what to do. */
export interface DefinitionProblem {
  readonly problem: string;
  readonly fix: string;
}

type Format = 'avro' | 'json' | 'protobuf';

/** What Glue would refuse at apply, as far as the text alone tells: whether all its names are known, it finds out. */
export function definitionProblem(format: Format, definition: string): DefinitionProblem | undefined {
  const text = definition.trim();
  if (/^[\w./\\-]+\.(avsc|avpr|json|proto|txt)$/.test(text))
    return { problem: `'${text}' is a path, and Glue is given the schema itself`, fix: 'write what the file holds' };
  return format === 'protobuf' ? protobufProblem(text) : jsonProblem(format, text);
}

function jsonProblem(format: 'avro' | 'json', text: string): DefinitionProblem | undefined {
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    return {
      problem: `it is no JSON, which a schema of ${format} is: ${(error as SyntaxError).message}`,
      fix:
        format === 'avro' && primitives.has(text)
          ? `write it in quotes of its own: '"${text}"'`
          : 'correct it, or say its format',
    };
  }
  return format === 'avro' ? avroProblem(schema) : schemaProblem(schema);
}

/** https://avro.apache.org/docs/1.12.0/specification/#primitive-types, read 2026-11-21 */
const primitives: ReadonlySet<unknown> = new Set([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
]);

function avroProblem(schema: unknown): DefinitionProblem | undefined {
  if (Array.isArray(schema) || primitives.has(schema)) return undefined;
  if (typeof schema === 'object' && schema !== null && 'type' in schema) return undefined;
  return {
    problem: 'it has no type that Avro knows',
    fix: `begin with {"type": "record", "name": …}, or write one of ${[...primitives].map((name) => `"${name}"`).join(', ')}`,
  };
}

/** https://json-schema.org/draft-07/json-schema-core#rfc.section.4.3, read 2026-11-21 */
const schemaProblem = (schema: unknown): DefinitionProblem | undefined =>
  typeof schema === 'boolean' || (typeof schema === 'object' && schema !== null && !Array.isArray(schema))
    ? undefined
    : { problem: 'it is no JSON Schema', fix: 'write an object, as {"type": "object"}' };

/** https://protobuf.dev/reference/protobuf/proto3-spec/#proto_file, read 2026-11-21 */
const protobufProblem = (text: string): DefinitionProblem | undefined =>
  /\b(message|enum)\s+[A-Za-z_]\w*\s*\{/.test(text)
    ? undefined
    : { problem: 'there is no message in it', fix: 'write one: message Order { string id = 1; }' };
