import { compare } from './by-name';
import { common, covers, type Grant, operationsAllowedBy, operationsOn, wildcard } from './grant';
import type { Permission } from './permissions';
import { secondUser } from './users';

/** What of a permission decides what it lets somebody do. */
export interface Reach
  extends Grant,
    Pick<Permission, 'cluster' | 'application' | 'principal' | 'permission' | 'host'> {
  /** Which claim of whose tokens is the principal too, of several each. Absent: its cluster takes none. */
  readonly tokens?: string;
  /** The last day on which it holds. Absent: it stays. */
  readonly until?: string;
  /** Who is taken for it, of several each. Absent: nobody knows. */
  readonly identity?: string;
}

/** Between several of them in one text. */
export const separator = '; ';

/** One operation on one pattern from one host, or from any, until a day, or for ever. */
type Atom = Grant & Pick<Reach, 'host' | 'until'>;

/**
 * The permissions by which somebody may do what he could not before: new ones that no old one had in it, and denials of
 * before that are gone, or reach less far. What an operation brings with it counts, so a new Describe beside Read is
 * nothing new; so does what is denied, before and now. Whom brokers call otherwise is somebody else, of whom nothing is
 * known of before. The narrower is the same the other way round.
 */
export function widened<Row extends Reach>(before: readonly Row[], after: readonly Row[]): Row[] {
  const had = byWho(before);
  const found = [...byWho(after)].flatMap(([who, rows]) => {
    const old = had.get(who) ?? [];
    return [...newlyAllowed(old, rows), ...noLongerDenied(old, rows)];
  });
  return [...new Set(found)].sort((a, b) => compare(keyOf(a), keyOf(b)));
}

const byWho = <Row extends Reach>(rows: readonly Row[]): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    for (const who of identitiesOf(row)) {
      const known = found.get(who);
      if (known) known.push(row);
      else found.set(who, [row]);
    }
  return found;
};

/**
 * All who are it. An application stays the same under its own name, alone or in a certificate's subject, also as the other
 * of its two users. Whoever is taken for it is one more, each by himself: one less is nobody else.
 */
function identitiesOf({ cluster, application, principal, tokens, identity = '' }: Reach): string[] {
  const own = [application, secondUser(application)].flatMap((name) => [`User:${name}`, `User:CN=${name}`]);
  const name = [cluster, application, own.includes(principal) ? '' : principal];
  const byTokens = ['', ...(tokens?.split(separator) ?? [])];
  return byTokens.flatMap((token) => identity.split(separator).map((one) => [...name, token, one].join('\0')));
}

/** Patterns have no holes but denials, and any host is no sum of hosts: what several together hold, one of them holds. */
function newlyAllowed<Row extends Reach>(old: readonly Row[], rows: readonly Row[]): Row[] {
  const [had, denied] = [atomsOf(old, 'Allow'), atomsOf(rows, 'Deny')];
  const isNew = (atom: Atom) => ![...had, ...denied].some((one) => holds(one, atom));
  return rows.filter((row) => row.permission === 'Allow' && allowedAtoms(row).some(isNew));
}

/** A denial of before that took away something which is allowed now, and which no denial takes away now. */
function noLongerDenied<Row extends Reach>(old: readonly Row[], rows: readonly Row[]): Row[] {
  const has = atomsOf(rows, 'Allow');
  const unbound = [
    ...atomsOf(rows, 'Deny'),
    ...old.filter(({ permission }) => permission === 'Allow').flatMap(anyTopicBy),
  ];
  const isFree = (atom: Atom) =>
    has.some((allowed) => {
      const met = meeting(atom, allowed);
      return met !== undefined && !unbound.some((one) => holds(one, met));
    });
  return old.filter((row) => row.permission === 'Deny' && deniedAtoms(row).some(isFree));
}

const atomsOf = (rows: readonly Reach[], permission: Permission['permission']): Atom[] =>
  rows.filter((row) => row.permission === permission).flatMap(permission === 'Allow' ? allowedAtoms : deniedAtoms);

const allowedAtoms = (row: Reach): Atom[] => [
  ...operationsAllowedBy(row).map((operation) => atom(row, operation)),
  ...anyTopicBy(row),
];

/** Brokers let whoever may create on the cluster make any topic; what is denied of one they look at where he may not. */
const anyTopicBy = (row: Reach): Atom[] =>
  row.resourceType === 'Cluster' && operationsAllowedBy(row).includes('Create')
    ? [{ ...atom(row, 'Create'), ...wildcard('Topic', 'Create') }]
    : [];

const deniedAtoms = (row: Reach): Atom[] =>
  (row.operation === 'All' ? operationsOn[row.resourceType] : [row.operation]).map((operation) => atom(row, operation));

const atom = (row: Reach, operation: Grant['operation']): Atom => ({
  resourceType: row.resourceType,
  resourceName: row.resourceName,
  patternType: row.patternType,
  host: row.host,
  until: row.until,
  operation,
});

const holds = (outer: Atom, inner: Atom): boolean =>
  outer.operation === inner.operation &&
  (outer.host === '*' || outer.host === inner.host) &&
  (outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until)) &&
  covers(outer, inner);

/** What two have in common. */
function meeting(one: Atom, other: Atom): Atom | undefined {
  const names = common(one, other);
  const sameHost = one.host === '*' || other.host === '*' || one.host === other.host;
  if (!names || !sameHost || one.operation !== other.operation) return undefined;
  return {
    ...names,
    operation: one.operation,
    host: one.host === '*' ? other.host : one.host,
    until: [one.until, other.until].filter((day) => day !== undefined).sort(compare)[0],
  };
}

const keyOf = (row: Reach): string =>
  [
    row.cluster,
    row.application,
    row.principal,
    row.resourceType,
    row.resourceName,
    row.patternType,
    row.operation,
    row.host,
  ].join('\0');
