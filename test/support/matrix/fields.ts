import { z } from 'zod';
import { descriptions } from '../../../backends/descriptions';
import { shapeOf } from '../../../model/compile';

/** A field of an environment that holds a value, as the schema for editors has it. */
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

/** What an environment can say whose clusters are all of one back end. */
export class Fields {
  readonly all: readonly Field[];
  private readonly known: ReadonlySet<string>;

  constructor(private readonly backend: string) {
    this.all = this.fieldsOf(schema, '');
    this.known = new Set(this.all.map(({ path }) => path));
  }

  /** Paths of the fields that a description says. */
  reached(description: unknown): Set<string> {
    return new Set(this.saidIn(description, schema, '').map(([path]) => path));
  }

  /** Values that a description says, of fields whose values the schema lists: `clusters.*.tier "premium"`. */
  values(description: unknown): Set<string> {
    return new Set(this.saidIn(description, schema, '').map(([path, value]) => `${path} ${JSON.stringify(value)}`));
  }

  /** What the schema knows a place as: names of nouns are `*`. */
  at(path: readonly string[]): Field | undefined {
    const generic = this.schemaPath(path, schema, '');
    return this.all.find((field) => field.path === generic || field.path === `${generic}[]`);
  }

  private fieldsOf(node: Schema, path: string): Field[] {
    const alternatives = this.objectsOf(node);
    if (alternatives.length > 0)
      return [
        ...(isAlsoPlain(node) ? [{ path }] : []),
        ...alternatives.flatMap((alternative) => this.fieldsOf(alternative, path)),
      ];
    if (node.items) return this.fieldsOf(node.items, `${path}[]`);
    if (node.properties && Object.keys(node.properties).length > 0)
      return Object.entries(node.properties).flatMap(([name, inner]) =>
        this.fieldsOf(inner, path ? `${path}.${name}` : name),
      );
    if (node.additionalProperties) return this.fieldsOf(node.additionalProperties, `${path}.*`);
    if (node.const !== undefined) return [{ path, values: [node.const] }];
    if (node.enum) return [{ path, values: node.enum }];
    return [node.type === 'boolean' ? { path, values: [true, false] } : { path }];
  }

  /** Objects among which a value may choose; of clusters those of the back end. */
  private objectsOf({ anyOf, oneOf }: Schema): readonly Schema[] {
    return (oneOf ?? anyOf ?? []).filter(
      ({ type, properties }) =>
        type === 'object' && [undefined, this.backend].includes(properties?.backend?.const as string),
    );
  }

  private saidIn(value: unknown, node: Schema, path: string): (readonly [string, unknown])[] {
    if (Array.isArray(value)) return value.flatMap((item) => this.saidIn(item, node.items ?? {}, `${path}[]`));
    if (value === null || typeof value !== 'object') return this.known.has(path) ? [[path, value]] : [];
    if (this.known.has(path) && !isAlsoPlain(node)) return [[path, value]];
    return Object.entries(value).flatMap(([name, inner]) => {
      const next = this.into(node, name);
      return next ? this.saidIn(inner, next.node, `${path}${path ? '.' : ''}${next.key}`) : [];
    });
  }

  private schemaPath([name, ...rest]: readonly string[], node: Schema, path: string): string {
    if (name === undefined) return path;
    const next = this.into(node, name);
    if (!next) throw new Error(`the schema has no '${name}' at '${path}'`);
    return this.schemaPath(rest, next.node, `${path}${path ? '.' : ''}${next.key}`);
  }

  /** Below a name: a field of that name, or a noun that somebody named. */
  private into(node: Schema, name: string): { readonly node: Schema; readonly key: string } | undefined {
    for (const one of [node, ...this.objectsOf(node)]) {
      const own = one.properties?.[name];
      if (own) return { node: own, key: name };
      if (one.additionalProperties) return { node: one.additionalProperties, key: '*' };
    }
    return undefined;
  }
}

/** A value that may be said in short: an id, or an object. */
const isAlsoPlain = ({ anyOf = [] }: Schema): boolean =>
  anyOf.some(({ type }) => type === 'string') && anyOf.some(({ type }) => type === 'object');
