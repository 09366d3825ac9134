import { z } from 'zod';
import type { Key } from '../place';

/** The keys that a schema allows at a path of a given input; none where any key is. */
export function keysAt(schema: z.ZodType, path: readonly Key[], input: unknown): string[] {
  const at = descend(schema, path, input);
  if (at instanceof z.ZodObject) return Object.keys(at.shape);
  if (at instanceof z.ZodRecord && at.keyType instanceof z.ZodEnum) return at.keyType.options.map(String);
  return [];
}

function descend(schema: z.ZodType, path: readonly Key[], input: unknown): z.ZodType | undefined {
  let node: z.ZodType | undefined = open(schema, input);
  let value = input;
  for (const key of path) {
    value = value !== null && typeof value === 'object' ? (value as Record<Key, unknown>)[key] : undefined;
    node = node && open(child(node, key), value);
  }
  return node;
}

function child(node: z.ZodType, key: Key): z.ZodType | undefined {
  if (node instanceof z.ZodObject) return node.shape[key] as z.ZodType | undefined;
  if (node instanceof z.ZodRecord) return node.valueType as z.ZodType;
  if (node instanceof z.ZodArray) return node.element as z.ZodType;
  return undefined;
}

/** Takes the wrappers off: what is optional, and the branch of a union that the value chose. */
function open(node: z.ZodType | undefined, value: unknown): z.ZodType | undefined {
  if (node instanceof z.ZodOptional) return open(node.unwrap() as z.ZodType, value);
  if (node instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = node.def;
    const chosen = (value as Record<string, unknown> | undefined)?.[discriminator];
    const branches = node.options as readonly z.ZodObject[];
    return branches.find((branch) => (branch.shape[discriminator] as z.ZodLiteral).value === chosen);
  }
  if (node instanceof z.ZodUnion && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const [maps, another] = node.options.filter((branch) => branch instanceof z.ZodObject);
    return another ? node : maps;
  }
  return node;
}
