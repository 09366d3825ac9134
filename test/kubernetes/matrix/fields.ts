import { z } from 'zod';
import { descriptions } from '../../../backends/descriptions';
import { shapeOf } from '../../../model/compile';

/** A field of an environment on Strimzi that holds a value, as the schema for editors has it. */
export interface Field {
  /** `platform.topics.*.retention`, `clusters.*.pools.*.volumes[].size`. */
  readonly path: string;
  /** What it may be, where the schema lists that. */
  readonly values?: readonly unknown[];
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const schema = z.toJSONSchema(shapeOf(descriptions), { reused: 'inline' }) as Schema;

/** Every field that an environment on Strimzi can have; Terraform's state is none of Kubernetes. */
export const fields: readonly Field[] = fieldsOf(schema, '').filter(({ path }) => !path.startsWith('state.'));

const known = new Set(fields.map(({ path }) => path));

/** Paths of the fields that a description says. */
export const reached = (description: unknown): Set<string> => new Set(pathsIn(description, schema, ''));

/** What the schema knows a place as: names of nouns are `*`. */
export const fieldAt = (path: readonly string[]): Field | undefined => {
  const generic = schemaPath(path, schema, '');
  return fields.find((field) => field.path === generic || field.path === `${generic}[]`);
};

function fieldsOf(node: Schema, path: string): Field[] {
  const alternatives = objectsOf(node);
  if (alternatives.length > 0) return alternatives.flatMap((alternative) => fieldsOf(alternative, path));
  if (node.items) return fieldsOf(node.items, `${path}[]`);
  if (node.properties && Object.keys(node.properties).length > 0)
    return Object.entries(node.properties).flatMap(([name, inner]) => fieldsOf(inner, path ? `${path}.${name}` : name));
  if (node.additionalProperties) return fieldsOf(node.additionalProperties, `${path}.*`);
  if (node.const !== undefined) return [{ path, values: [node.const] }];
  if (node.enum) return [{ path, values: node.enum }];
  return [node.type === 'boolean' ? { path, values: [true, false] } : { path }];
}

/** Objects among which a value may choose; of clusters those of Strimzi. */
function objectsOf({ anyOf, oneOf }: Schema): readonly Schema[] {
  return (oneOf ?? anyOf ?? []).filter(
    ({ type, properties }) =>
      type === 'object' && [undefined, 'strimzi'].includes(properties?.backend?.const as string),
  );
}

function pathsIn(value: unknown, node: Schema, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, node.items ?? {}, `${path}[]`));
  if (value === null || typeof value !== 'object') return known.has(path) ? [path] : [];
  if (known.has(path)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => {
    const next = into(node, name);
    return next ? pathsIn(inner, next.node, `${path}${path ? '.' : ''}${next.key}`) : [];
  });
}

function schemaPath([name, ...rest]: readonly string[], node: Schema, path: string): string {
  if (name === undefined) return path;
  const next = into(node, name);
  if (!next) throw new Error(`the schema has no '${name}' at '${path}'`);
  return schemaPath(rest, next.node, `${path}${path ? '.' : ''}${next.key}`);
}

/** Below a name: a field of that name, or a noun that somebody named. */
function into(node: Schema, name: string): { readonly node: Schema; readonly key: string } | undefined {
  for (const one of [node, ...objectsOf(node)]) {
    const own = one.properties?.[name];
    if (own) return { node: own, key: name };
    if (one.additionalProperties) return { node: one.additionalProperties, key: '*' };
  }
  return undefined;
}
