type Key = string | number;

/** A copy of plain data with one value put at a path, or taken away when it is undefined. */
export function change<Data>(data: Data, path: readonly Key[], value: unknown): Data {
  const [key, ...rest] = path;
  if (key === undefined) return value as Data;
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<Key, unknown>;
  const inner = rest.length === 0 ? value : change(copy[key] ?? {}, rest, value);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy as Data;
}

/** Several changes, one after the other: `changed(small, { 'clusters.main.brokers': 1 })`; names with dots in brackets. */
export const changed = <Data>(data: Data, changes: Readonly<Record<string, unknown>>): Data =>
  Object.entries(changes).reduce((so, [path, value]) => change(so, keysOf(path), value), data);

const keysOf = (path: string): string[] =>
  [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, bracketed, plain]) => bracketed ?? plain ?? '');
