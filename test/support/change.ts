type Key = string | number;

/** A copy of plain data with one value put at a path, or taken away when it is undefined. */
export const change = <Data>(data: Data, path: readonly Key[], value: unknown): Data =>
  put(data, path, value, new Set());

/** Several changes, one after the other: `changed(small, { 'clusters.main.brokers': 1 })`; names with dots in brackets. */
export function changed<Data>(data: Data, changes: Readonly<Record<string, unknown>>): Data {
  const copies = new Set<unknown>();
  return Object.entries(changes).reduce((so, [path, value]) => put(so, keysOf(path), value, copies), data);
}

/** What was copied already, and is nobody else's, is not copied again: thousands of applications are added one by one. */
function put<Data>(data: Data, path: readonly Key[], value: unknown, copies: Set<unknown>): Data {
  const [key, ...rest] = path;
  if (key === undefined) return value as Data;
  const copy = (copies.has(data) ? data : Array.isArray(data) ? [...data] : { ...data }) as Record<Key, unknown>;
  copies.add(copy);
  const inner = rest.length === 0 ? value : put(copy[key] ?? {}, rest, value, copies);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy as Data;
}

const keysOf = (path: string): string[] =>
  [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, bracketed, plain]) => bracketed ?? plain ?? '');
