import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TerraformJson } from '../../support/synthesize';
import type { Block, ProviderSchemas } from './schemas';

/** What a resource, a block of one, or a data source may say; what is in an attribute itself is not known. */
export interface Known {
  readonly [attribute: string]: Known | 'attribute';
}

/** A resource or data source, as a stack has it. */
export interface Rendered {
  /** `azurerm_eventhub`, `data.azurerm_client_config`. */
  readonly type: string;
  /** `azurerm_eventhub.orders_created`. */
  readonly address: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Terraform's own: every resource may have them. */
const meta = new Set(['//', 'depends_on', 'lifecycle', 'provider', 'count', 'for_each', 'provisioner', 'connection']);

/** Every resource, data source and ephemeral resource of a stack. */
export function renderedIn(text: string): Rendered[] {
  const { resource = {}, data = {}, ephemeral = {} } = JSON.parse(text) as Record<string, Blocks | undefined>;
  const of = (blocks: Blocks, prefix: string) =>
    Object.entries(blocks).flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => ({
        type: `${prefix}${type}`,
        address: `${prefix}${type}.${name}`,
        attributes,
      })),
    );
  return [...of(resource, ''), ...of(data, 'data.'), ...of(ephemeral, 'ephemeral.')];
}

type Blocks = NonNullable<TerraformJson['resource']>;

/** Paths of what is said, without names of maps: `azurerm_eventhub.retention_description.cleanup_policy`. */
export function pathsOf({ type, attributes }: Rendered, known: Known): string[] {
  return Object.entries(attributes)
    .filter(([name]) => !meta.has(name))
    .flatMap(([name, value]) => pathsIn(value, known[name], `${type}.${name}`));
}

function pathsIn(value: unknown, known: Known | 'attribute' | undefined, path: string): string[] {
  if (known === undefined) return [`unknown ${path}`];
  if (known === 'attribute') return [path];
  const blocks = (Array.isArray(value) ? value : [value]) as Readonly<Record<string, unknown>>[];
  return blocks.flatMap((block) =>
    Object.entries(block).flatMap(([name, inner]) => {
      return pathsIn(inner, known[name], `${path}.${name}`);
    }),
  );
}

/** What is said that is not known, as a sentence each. */
export const strangers = (rendered: Rendered, known: Known | undefined): string[] =>
  known ? pathsOf(rendered, known).filter((path) => path.startsWith('unknown ')) : [`unknown type ${rendered.type}`];

/** By type, as the provider's own schema has it. */
export function knownBySchema(schemas: ProviderSchemas): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const { resource_schemas = {}, data_source_schemas = {} } of Object.values(schemas)) {
    for (const [type, { block }] of Object.entries(resource_schemas)) known.set(type, knownOf(block));
    for (const [type, { block }] of Object.entries(data_source_schemas)) known.set(`data.${type}`, knownOf(block));
  }
  return known;
}

const knownOf = ({ attributes = {}, block_types = {} }: Block): Known => ({
  ...Object.fromEntries(Object.keys(attributes).map((name) => [name, 'attribute'] as const)),
  ...Object.fromEntries(Object.entries(block_types).map(([name, { block }]) => [name, knownOf(block)] as const)),
});

const bindings = dirname(require.resolve('@cdktf/provider-azurerm/package.json'));

/** Of a type that the bindings have: what their class writes, read from its `synthesizeAttributes` and what that calls. */
export function knownByBindings(type: string): Known | undefined {
  const data = type.startsWith('data.');
  const name = type.replace(/^data\./, '');
  const folder = `${data ? 'data-' : ''}${data ? name : name.replace(/^azurerm_/, '')}`.replaceAll('_', '-');
  const file = join(bindings, 'lib', folder, 'index.js');
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  if (!text.includes(`tfResourceType = "${name}"`)) throw new Error(`${file} is not of ${name}`);
  return written(/\n {4}synthesizeAttributes\(\) \{\n {8}return \{\n([\s\S]*?)\n {8}\};/.exec(text)?.[1] ?? '', text);
}

function written(body: string, text: string): Known {
  const lines = [...body.matchAll(/^\s*([a-z_0-9]+): (.*?),?$/gm)];
  return Object.fromEntries(
    lines.map(([, name = '', expression = '']) => {
      const struct = /(?<![.\w])([a-z]\w*ToTerraform)\b/.exec(expression)?.[1];
      if (!struct) return [name, 'attribute'] as const;
      const of = new RegExp(`function ${struct}\\(struct\\) \\{[\\s\\S]*?\\n    return \\{\\n([\\s\\S]*?)\\n    \\};`);
      return [name, written(of.exec(text)?.[1] ?? '', text)] as const;
    }),
  );
}
