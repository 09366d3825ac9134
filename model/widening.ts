import { compare } from './by-name';
import { common, covers, type Grant, operationsAllowedBy, operationsOn } from './grant';
import type { Permission } from './permissions';

/** What of a permission decides what it lets somebody do. */
export type Reach = Pick<
  Permission,
  | 'cluster'
  | 'application'
  | 'principal'
  | 'resourceType'
  | 'resourceName'
  | 'patternType'
  | 'operation'
  | 'permission'
  | 'host'
>;

/** One operation on one pattern from one host, or from any. */
type Atom = Grant & Pick<Permission, 'host'>;

/**
 * The permissions by which somebody may do what he could not before: new ones that no old one had in it, and denials of
 * before that are gone, or reach less far. What an operation brings with it counts, so a new Describe beside Read is
 * nothing new; so does what is denied, before and now. The narrower is the same the other way round.
 */
export function widened<Row extends Reach>(before: readonly Row[], after: readonly Row[]): Row[] {
  const had = byWho(before);
  const found = [...byWho(after)].flatMap(([who, rows]) => {
    const old = had.get(who) ?? [];
    return [...newlyAllowed(old, rows), ...noLongerDenied(old, rows)];
  });
  return found.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

/** A principal changes with how an application signs in; who is none is known by nothing else. */
const byWho = <Row extends Reach>(rows: readonly Row[]): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const who = `${row.cluster}\0${row.application || row.principal}`;
    const known = found.get(who);
    if (known) known.push(row);
    else found.set(who, [row]);
  }
  return found;
};

/** Patterns have no holes but denials, and any host is no sum of hosts: what several together hold, one of them holds. */
function newlyAllowed<Row extends Reach>(old: readonly Row[], rows: readonly Row[]): Row[] {
  const [had, denied] = [atomsOf(old, 'Allow'), atomsOf(rows, 'Deny')];
  const isNew = (atom: Atom) => ![...had, ...denied].some((one) => holds(one, atom));
  return rows.filter((row) => row.permission === 'Allow' && allowedAtoms(row).some(isNew));
}

/** A denial of before that took away something which is allowed now, and which no denial takes away now. */
function noLongerDenied<Row extends Reach>(old: readonly Row[], rows: readonly Row[]): Row[] {
  const [has, denied] = [atomsOf(rows, 'Allow'), atomsOf(rows, 'Deny')];
  const isFree = (atom: Atom) =>
    has.some((allowed) => {
      const met = meeting(atom, allowed);
      return met !== undefined && !denied.some((one) => holds(one, met));
    });
  return old.filter((row) => row.permission === 'Deny' && deniedAtoms(row).some(isFree));
}

const atomsOf = (rows: readonly Reach[], permission: Permission['permission']): Atom[] =>
  rows.filter((row) => row.permission === permission).flatMap(permission === 'Allow' ? allowedAtoms : deniedAtoms);

const allowedAtoms = (row: Reach): Atom[] => operationsAllowedBy(row).map((operation) => atom(row, operation));

const deniedAtoms = (row: Reach): Atom[] =>
  (row.operation === 'All' ? operationsOn[row.resourceType] : [row.operation]).map((operation) => atom(row, operation));

const atom = ({ resourceType, resourceName, patternType, host }: Reach, operation: Grant['operation']): Atom => ({
  resourceType,
  resourceName,
  patternType,
  host,
  operation,
});

const holds = (outer: Atom, inner: Atom): boolean =>
  outer.operation === inner.operation && (outer.host === '*' || outer.host === inner.host) && covers(outer, inner);

/** What two have in common. */
function meeting(one: Atom, other: Atom): Atom | undefined {
  const names = common(one, other);
  const sameHost = one.host === '*' || other.host === '*' || one.host === other.host;
  if (!names || !sameHost || one.operation !== other.operation) return undefined;
  return { ...one, ...names, operation: one.operation, host: one.host === '*' ? other.host : one.host };
}

const keyOf = (row: Reach): string =>
  [row.cluster, row.application, row.resourceType, row.resourceName, row.patternType, row.operation, row.host].join(
    '\0',
  );
