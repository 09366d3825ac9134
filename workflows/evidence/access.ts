import type { Cluster } from '../../model/cluster';
import { covers, literal } from '../../model/grant';
import type { Resolved } from '../../model/resolved';
import { type AccessRow, accessRows } from '../access/access-rows';
import type { AccessEvidence } from './evidence-shape';

/** A topic by its name on a cluster: also one that is there as a copy only. */
export interface Named {
  readonly cluster: string;
  readonly name: string;
}

/** What anybody may do with a topic's records. */
export interface TopicAccess {
  readonly readers: AccessEvidence[];
  readonly writers: AccessEvidence[];
  readonly denied: AccessEvidence[];
}

const letsIn = { readers: ['Read', 'All'], writers: ['Write', 'All'] } as const;

/** Principals that no permission holds back. */
export const unboundOn = ({ superUsers = [], unasked }: Cluster): string[] => [
  ...superUsers.map(({ principal }) => principal),
  ...(unasked === undefined ? [] : [unasked.who]),
];

/**
 * Whoever may read or write a topic: by name, by what its name begins with, by a role, because a back end has no narrower
 * way to say it, or because nothing holds him back.
 */
export function accessIn(resolved: Resolved): (topic: Named) => TopicAccess {
  const rows = accessRows(resolved).filter(
    ({ application, resourceType }) => application !== '' && resourceType === 'Topic',
  );
  return ({ cluster, name }) => {
    const of = literal('Topic', name, 'Read');
    const here = rows.filter((row) => row.cluster === cluster && covers(row, of));
    const denials = here.filter(({ permission }) => permission === 'Deny');
    const allowed = (operations: readonly string[]) =>
      here.filter(
        (row) =>
          row.permission === 'Allow' &&
          operations.includes(row.operation) &&
          !denials.some((denial) => takesAway(denial, row, operations)),
      );
    const found = resolved.clusters.get(cluster);
    const unbound = found ? unboundOn(found).map(superUser) : [];
    return {
      readers: [...allowed(letsIn.readers).map((row) => accessOf(row, resolved)), ...unbound],
      writers: [...allowed(letsIn.writers).map((row) => accessOf(row, resolved)), ...unbound],
      denied: denials.map((row) => accessOf(row, resolved)),
    };
  };
}

/** A denial from one address leaves what is allowed from others. */
const takesAway = (denial: AccessRow, allowed: AccessRow, operations: readonly string[]): boolean =>
  denial.principal === allowed.principal &&
  operations.includes(denial.operation) &&
  (denial.host === '*' || denial.host === allowed.host);

function accessOf(row: AccessRow, { applications, operators }: Resolved): AccessEvidence {
  const { application: who, principal, operation, host, from } = row;
  const operator = operators.get(who);
  const application = applications.get(who);
  const isRun = application?.workload !== undefined || application?.service !== undefined;
  return {
    who,
    kind: operator ? 'operator' : isRun ? 'workload' : 'application',
    owner: (operator ?? application)?.owner ?? null,
    principal,
    operation,
    host,
    from,
    until: operator?.until ?? null,
  };
}

const superUser = (principal: string): AccessEvidence => ({
  who: principal.replace(/^User:/, ''),
  kind: 'super-user',
  owner: null,
  principal,
  operation: 'All',
  host: '*',
  from: 'the cluster',
  until: null,
});
