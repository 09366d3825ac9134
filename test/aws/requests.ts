import type { Service } from '../support/botocore';

/** Where an attribute goes: a member's path, `[]` where a list of blocks is one; or what is made of its value first. */
export type To = string | { readonly to: string; readonly as: (value: never) => unknown };

/** A request that the provider makes for a resource. */
export interface Call {
  readonly service: Service;
  readonly operation: string;
  /** By the path of the attribute; `[]` where a block may be there more than once. */
  readonly members: Readonly<Record<string, To>>;
  /** Required members that the provider knows without being told, with what it knows them by. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** Only with this attribute, and where it is true or said. Default: always. */
  readonly when?: string;
}

export interface Mapping {
  readonly calls: readonly Call[];
  /** Attributes that no request has, and why. */
  readonly local?: Readonly<Record<string, string>>;
}

export type Attributes = Readonly<Record<string, unknown>>;

export interface Request {
  readonly service: Service;
  readonly operation: string;
  readonly input: Attributes;
}

export interface Requested {
  readonly requests: readonly Request[];
  /** Attributes that the mapping does not know. */
  readonly unmapped: readonly string[];
}

/** Terraform's own, which no provider sees. */
const ofTerraform = new Set([
  '//',
  'lifecycle',
  'depends_on',
  'provider',
  'count',
  'for_each',
  'provisioner',
  'connection',
]);

/** What the provider asks of AWS for a resource, as far as attributes say. */
export function requestsOf({ calls, local = {} }: Mapping, attributes: Attributes): Requested {
  const seen = new Set<string>();
  const requests = calls.map((call) => {
    const input: Record<string, unknown> = structuredClone({ ...call.known }) as Record<string, unknown>;
    for (const [path, to] of Object.entries(call.members))
      for (const { value, indexes } of valuesAt(attributes, path.split('.'))) {
        const { to: member, as } = typeof to === 'string' ? { to, as: (same: unknown) => same } : to;
        put(input, member.split('.'), [...indexes], (as as (value: unknown) => unknown)(value));
      }
    for (const path of Object.keys(call.members)) seen.add(plain(path));
    if (call.when) seen.add(plain(call.when));
    return { call, input };
  });
  for (const path of Object.keys(local)) seen.add(plain(path));
  return {
    requests: requests
      .filter(
        ({ call: { when } }) =>
          when === undefined || valuesAt(attributes, when.split('.')).some(({ value }) => value !== false),
      )
      .map(({ call: { service, operation }, input }) => ({ service, operation, input })),
    unmapped: Object.entries(attributes).flatMap(([name, value]) =>
      ofTerraform.has(name) ? [] : unmappedBelow(name, value, seen),
    ),
  };
}

const plain = (path: string): string => path.replaceAll('[]', '');

function unmappedBelow(path: string, value: unknown, seen: ReadonlySet<string>): string[] {
  if (seen.has(path)) return [];
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const blocks = value.filter((item) => item !== null && typeof item === 'object');
    return blocks.length > 0 ? blocks.flatMap((item) => unmappedBelow(path, item, seen)) : [path];
  }
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) => unmappedBelow(`${path}.${name}`, inner, seen));
  return [path];
}

interface Found {
  readonly value: unknown;
  /** Of each list of blocks on the way that may hold more than one. */
  readonly indexes: readonly number[];
}

/** cdktf writes a block as an object, or as a list of them. */
function valuesAt(node: unknown, [segment = '', ...rest]: readonly string[], indexes: readonly number[] = []): Found[] {
  const many = segment.endsWith('[]');
  const inner = (node as Attributes | undefined)?.[many ? segment.slice(0, -2) : segment];
  if (inner === undefined || inner === null) return [];
  if (rest.length === 0 && !many) return [{ value: inner, indexes }];
  const blocks = Array.isArray(inner) ? inner : [inner];
  if (!many && blocks.length > 1)
    throw new Error(`${segment} is there ${blocks.length} times, and the mapping takes one`);
  return blocks.flatMap((block, index) => {
    const own = many ? [...indexes, index] : indexes;
    return rest.length === 0 ? [{ value: block, indexes: own }] : valuesAt(block, rest, own);
  });
}

function put(
  target: Record<string, unknown>,
  [segment = '', ...rest]: string[],
  indexes: number[],
  value: unknown,
): void {
  const many = segment.endsWith('[]');
  const name = many ? segment.slice(0, -2) : segment;
  if (many) {
    if (!Array.isArray(target[name])) target[name] = [];
    putInto(target[name] as unknown[], indexes.shift() ?? 0, rest, indexes, value);
  } else putInto(target, name, rest, indexes, value);
}

function putInto(holder: object, key: string | number, rest: string[], indexes: number[], value: unknown): void {
  const target = holder as Record<string | number, unknown>;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  target[key] ??= {};
  put(target[key] as Record<string, unknown>, rest, indexes, value);
}
