import { compare } from './by-name';
import type { Grant } from './grant';
import { groupBy } from './group-by';

/** An ACL, as far as it decides whom it shuts out. */
export interface Closing extends Omit<Grant, 'operation'> {
  /** Whose it is. */
  readonly application: string;
}

/** What ACLs close to whoever has none there, and by whose. */
export interface Closed extends Omit<Closing, 'application'> {
  readonly by: readonly string[];
}

/**
 * What is closed on a cluster that lets everybody do everything where no ACL is found
 * (`allow.everyone.if.no.acl.found`): brokers look for any ACL of the resource, of whomever, allowing or denying, by its
 * name or by what it begins with. So the last one that goes opens it to everybody.
 * https://github.com/apache/kafka/blob/4.1.0/metadata/src/main/java/org/apache/kafka/metadata/authorizer/StandardAuthorizerData.java: noAclRule
 */
export const closedBy = (acls: readonly Closing[]): Closed[] =>
  [
    ...groupBy(acls, ({ resourceType, patternType, resourceName }) =>
      [resourceType, patternType, resourceName].join(' '),
    ).values(),
  ].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { resourceType, resourceName, patternType } = first;
    const by = new Set([first, ...others].map(({ application }) => application));
    return [{ resourceType, resourceName, patternType, by: [...by].sort(compare) }];
  });
