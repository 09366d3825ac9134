import type { Manifest } from '../support/manifests';

/** One value in which an object of Strimzi's example and the kit's differ. */
export interface Difference {
  readonly kind: string;
  /** `spec.kafka.listeners[tls].port`: entries of lists by their name or id. */
  readonly path: string;
  /** Absent: the kit adds it. */
  readonly said?: unknown;
  /** Absent: the kit leaves it out. */
  readonly rendered?: unknown;
}

/** Every value that is on one side only, or another on the other. */
export function differencesOf(example: Manifest, rendered: Manifest): Difference[] {
  const [said, made] = [valuesOf(example), valuesOf(rendered)];
  // What an example says by `{}` is there once anything of it is.
  for (const [path, value] of said)
    if (isEmpty(value) && [...made.keys()].some((other) => other.startsWith(`${path}.`))) said.delete(path);
  for (const [path, value] of made) if (isEmpty(value) && !said.has(path)) made.delete(path);
  return [...new Set([...said.keys(), ...made.keys()])]
    .filter((path) => JSON.stringify(said.get(path)) !== JSON.stringify(made.get(path)))
    .map((path) => ({
      kind: example.kind,
      path,
      ...(said.has(path) ? { said: said.get(path) } : {}),
      ...(made.has(path) ? { rendered: made.get(path) } : {}),
    }));
}

/** Kubernetes makes no difference between a number in a Kafka configuration and its digits. */
const valuesOf = (object: Manifest): Map<string, unknown> => {
  const { apiVersion: _, kind: __, metadata, ...rest } = object;
  const { name, namespace: ___, ...others } = metadata;
  return new Map(leaves({ ...rest, metadata: { ...others, name } }, ''));
};

function leaves(value: unknown, path: string): [string, unknown][] {
  // Rules are compared by what they grant together.
  if (path === 'spec.authorization.acls') return [[path, value]];
  if (Array.isArray(value) && value.some((item) => typeof item === 'object'))
    return value.flatMap((item, index) => leaves(item, `${path}[${keyOf(item) ?? index}]`));
  if (value === null || typeof value !== 'object' || Array.isArray(value) || isEmpty(value))
    return [[path, /\.config\./.test(path) ? String(value) : value]];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path ? `${path}.${name.replaceAll('.', '/')}` : name),
  );
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** What a list is keyed by. */
function keyOf(item: Readonly<Record<string, unknown>>): unknown {
  return item.name ?? item.id ?? item.mode ?? item.secretName ?? item.artifact;
}

/** A row of the page's second table. */
export interface Row {
  /** `all`, or one. */
  readonly kind: string;
  readonly field: string;
  readonly how: string;
}

/** Cells of each table of a page, without its head. */
export const rowsOf = (markdown: string): string[][][] =>
  markdown
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 2)
    .map((lines) => lines.slice(2).map((line) => line.slice(2, -2).split(' | ')));

export const howOf = ({ said, rendered }: Difference): 'added' | 'left out' | 'other' =>
  said === undefined ? 'added' : rendered === undefined ? 'left out' : 'other';

export const matching = ({ kind, field, how }: Row, one: Difference): boolean =>
  (kind === 'all' || kind === one.kind) && how === howOf(one) && patternOf(field).test(one.path);

/** `*` within a part of the path, `**` across parts. */
const patternOf = (field: string): RegExp =>
  new RegExp(
    `^${field
      .replace(/[.[\]/]/g, '\\$&')
      .replaceAll('**', '\0')
      .replaceAll('*', '[^.]*')
      .replaceAll('\0', '.*')}$`,
  );

/** Two values that mean the same where an example lives, or that the row of their field explains: no value is exempt. */
export function equivalent({ path, said, rendered }: Difference): boolean {
  const [mine, theirs] = [String(rendered), String(said)];
  if (path.endsWith('bootstrapServers')) return mine.replace('.myproject.svc', '') === theirs;
  if (path.endsWith('replication/factor')) return theirs === '-1' && mine === '1';
  if (path.startsWith('spec.cruiseControl.config.')) return goalsIn(mine).join() === goalsIn(theirs).join();
  if (path === 'metadata.name')
    return mine.endsWith(`-${theirs.replace(/^my-(.*)-rebalancing-template$/, '$1-template')}`);
  if (path.endsWith('template.name'))
    return theirs === mine.replace(/^my-cluster-(.*)-template$/, 'my-$1-rebalancing-template');
  if (path === 'spec.authorization.acls') return grantsIn(said).join() === grantsIn(rendered).join();
  if (path === 'spec.http.tls.certificateAndKey.secretName') return mine === theirs.replace(/-cert-secret$/, '-tls');
  if (path.startsWith('spec.http.tls.'))
    return ['tls.crt', 'tls.key'].includes(mine) && mine.endsWith('key') === theirs.endsWith('key');
  if (path.endsWith('groupId')) return groupsFor(theirs).includes(mine);
  if (path.endsWith('StorageTopic')) return mine.endsWith('.internal') && purposeOf(mine) === purposeOf(theirs);
  // The one topic and the one group that the descriptions have.
  if (path.endsWith('topicsPattern')) return theirs === '.*' && mine === 'orders';
  if (path.endsWith('groupsPattern')) return theirs === '.*' && mine === 'billing';
  if (path.endsWith('sync/group/offsets/enabled')) return theirs === 'false' && mine === 'true';
  return false;
}

/** `my-mirror-maker-2-group` is the kit's for the replication `my-mirror-maker-2`. */
const groupsFor = (theirs: string): string[] => {
  const name = theirs.replace(/-group$/, '');
  return [`mm2-${name}`, `connect-workers.${name}-cluster.internal`];
};

const purposeOf = (topic: string) => /config|offset|status/.exec(topic)?.[0];

const goalsIn = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

interface Acl {
  readonly resource: { readonly type: string; readonly name: string; readonly patternType: string };
  readonly operations: readonly string[];
  readonly host: string;
}

/** What rules grant, one by one: without what Kafka implies, and without Create, which nobody needs where topics are described. */
const grantsIn = (acls: unknown): string[] =>
  [
    ...new Set(
      (acls as Acl[]).flatMap(({ resource, operations, host = '*' }) =>
        operations
          .filter((operation) => operation !== 'Describe' && operation !== 'Create')
          .map((operation) => `${resource.type} ${resource.name} ${resource.patternType} ${operation} ${host}`),
      ),
    ),
  ].sort();
