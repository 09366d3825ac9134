import { formatPath, type Key } from '../../model/place';
import { isRecord } from '../value';

/** A field of an object that would change. */
export interface FieldChange {
  /** `spec.config['retention.ms']`; of a list, what joins or leaves it has the path of the list. */
  readonly path: string;
  /** Absent: it comes. */
  readonly before?: string;
  /** Absent: it goes. */
  readonly after?: string;
}

/** What the server keeps for itself. */
const own: ReadonlySet<string> = new Set([
  'managedFields',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'uid',
  'selfLink',
]);

/** What differs between an object as it is and as it would be, apart from what the server and operators write. */
export function fieldsChanged(before: object, after: object): FieldChange[] {
  return differing(withoutOwn(before), withoutOwn(after), []);
}

function withoutOwn({ metadata, status: _, ...rest }: { metadata?: object; status?: unknown }): object {
  return { ...rest, metadata: Object.fromEntries(Object.entries(metadata ?? {}).filter(([name]) => !own.has(name))) };
}

function differing(before: unknown, after: unknown, path: readonly Key[]): FieldChange[] {
  if (same(before, after)) return [];
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => differing(before[name], after[name], [...path, name]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return differingLists(before, after, path);
  return [
    {
      path: formatPath(path),
      ...(before !== undefined && { before: shown(before) }),
      ...(after !== undefined && { after: shown(after) }),
    },
  ];
}

/** Entries that have names are compared by them, others as wholes, so that a line that moves is no change. */
function differingLists(before: readonly unknown[], after: readonly unknown[], path: readonly Key[]): FieldChange[] {
  const [had, has] = [byName(before), byName(after)];
  if (had && has) {
    const changes = [...new Set([...had.keys(), ...has.keys()])].flatMap((name) =>
      differing(had.get(name), has.get(name), [...path, name]),
    );
    return changes.length > 0 ? changes : [orderOf(before, after, path)];
  }
  const left = new Map<string, number>();
  for (const entry of after) left.set(canonical(entry), (left.get(canonical(entry)) ?? 0) + 1);
  const gone = before.filter((entry) => {
    const count = left.get(canonical(entry)) ?? 0;
    left.set(canonical(entry), count - 1);
    return count === 0;
  });
  const come = [...left].flatMap(([entry, count]) => (count > 0 ? [entry] : []));
  if (gone.length + come.length === 0) return [orderOf(before, after, path)];
  return [
    ...gone.map((entry) => ({ path: formatPath(path), before: shown(entry) })),
    ...come.map((entry) => ({ path: formatPath(path), after: shown(JSON.parse(entry)) })),
  ];
}

const orderOf = (before: readonly unknown[], after: readonly unknown[], path: readonly Key[]): FieldChange => ({
  path: formatPath(path),
  before: shown(before),
  after: shown(after),
});

function byName(entries: readonly unknown[]): Map<string, unknown> | undefined {
  const named = new Map(
    entries.flatMap((entry) =>
      isRecord(entry) && typeof entry.name === 'string' ? [[entry.name, entry] as const] : [],
    ),
  );
  return named.size === entries.length ? named : undefined;
}

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON whose keys are sorted. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';

/** Values that a line can hold are shown; of a long text only its length and a mark that changes with it. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length <= 160 && !text.includes('\n')) return text;
  return typeof value === 'string'
    ? `${text.split('\n').length} lines, ${text.length} characters`
    : `${text.slice(0, 157)}…`;
}
