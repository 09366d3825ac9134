type ByName<Value> = Readonly<Record<string, Value>>;

/** The value of a name that a user chose, which may be one that every object has: `constructor`. */
export const own = <Value>(values: ByName<Value> | undefined, name: string): Value | undefined =>
  values && Object.hasOwn(values, name) ? values[name] : undefined;

/** Code point order, whatever the machine's locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted, so that nothing depends on the order in which a description was written. */
export const entriesOf = <Value>(values: { readonly [name: string]: Value } = {}): [string, Value][] =>
  Object.entries(values).sort(([a], [b]) => compare(a, b));
