import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ApiClient } from '../support/api-client';
import { shared } from '../support/shared';

type Node = Readonly<Record<string, unknown>>;

interface Definition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Node } }[];
  };
}

/** Where kubeconform looks for a kind: its group and version are in the name, so that no two share a file. */
export const location = (folder: string): string =>
  join(folder, '{{.ResourceKind}}-{{.Group}}-{{.ResourceAPIVersion}}.json');

/**
 * Writes a JSON Schema for each kind: of Kubernetes' own by what the API server says of itself, of others by their
 * definitions. Fields that a schema does not know are refused.
 */
export async function writeSchemas(client: ApiClient, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const write = (kind: string, group: string, version: string, schema: Node) =>
    writeFileSync(join(folder, `${kind.toLowerCase()}-${group}-${version}.json`), JSON.stringify(schema));
  for (const api of [
    'api/v1',
    'apis/apps/v1',
    'apis/networking.k8s.io/v1',
    'apis/policy/v1',
    'apis/rbac.authorization.k8s.io/v1',
  ]) {
    const { body } = await client.get(`/openapi/v3/${api}`);
    const { schemas } = body.components as { schemas: Readonly<Record<string, Node>> };
    const definitions = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, strict(schema)]));
    // kubeconform's name for the group without a name is its version.
    for (const [name, schema] of Object.entries(schemas))
      for (const { group, kind, version } of (schema['x-kubernetes-group-version-kind'] as GroupVersionKind[]) ?? [])
        write(kind, group || version, version, { $ref: `#/definitions/${name}`, definitions });
  }
  for (const file of readdirSync(join(shared, 'crds')).filter((name) => name.endsWith('.yaml'))) {
    const { spec } = parse(readFileSync(join(shared, 'crds', file), 'utf8')) as Definition;
    for (const { name, schema } of spec.versions)
      write(spec.names.kind, spec.group, name, strict(withMeta(schema.openAPIV3Schema)));
  }
}

interface GroupVersionKind {
  readonly group: string;
  readonly kind: string;
  readonly version: string;
}

/** A definition leaves out what every object has. */
const withMeta = (schema: Node): Node => ({
  ...schema,
  properties: {
    ...(schema.properties as Node),
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object', required: ['name'], 'x-kubernetes-preserve-unknown-fields': true },
  },
});

/** OpenAPI's schema as JSON Schema, in which an object has no other fields than those that are listed. */
function strict(node: Node): Node {
  const schema = Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, converted(key, inner)]));
  if (schema['x-kubernetes-int-or-string']) return { anyOf: [{ type: 'integer' }, { type: 'string' }] };
  if (schema.properties && !schema.additionalProperties && !schema['x-kubernetes-preserve-unknown-fields'])
    schema.additionalProperties = false;
  if (typeof schema.$ref === 'string') schema.$ref = schema.$ref.replace('#/components/schemas/', '#/definitions/');
  if (schema.nullable && typeof schema.type === 'string') schema.type = [schema.type, 'null'];
  // Kubernetes' own formats are none of JSON Schema.
  delete schema.format;
  return schema;
}

function converted(key: string, inner: unknown): unknown {
  // Conditions on fields that are listed elsewhere: they list none.
  if (key === 'oneOf' || key === 'anyOf' || key === 'not') return inner;
  if (key === 'allOf') return (inner as Node[]).map(strict);
  if (key === 'properties') return mapped(inner as Readonly<Record<string, Node>>);
  return (key === 'items' || key === 'additionalProperties') && typeof inner === 'object'
    ? strict(inner as Node)
    : inner;
}

/** What is called `format` here is a field. */
const mapped = (properties: Readonly<Record<string, Node>>) =>
  Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, strict(property)]));
