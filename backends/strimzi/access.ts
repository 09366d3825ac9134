import type { StrimziAcl } from '../../constructs/kubernetes/strimzi/user';
import { groupBy } from '../../model/group-by';
import type { Permission } from '../../model/permissions';

const resourceTypes = {
  Topic: 'topic',
  Group: 'group',
  TransactionalId: 'transactionalId',
  Cluster: 'cluster',
} as const satisfies Record<Permission['resourceType'], StrimziAcl['resource']['type']>;

/** Kafka's permissions in Strimzi's words: the same, but what may be done with one resource stands together. */
export const strimziAcls = (permissions: readonly Permission[]): StrimziAcl[] =>
  [...groupBy(permissions, resourceKey).values()].flatMap(([first, ...more]) =>
    first ? [{ ...acl(first), operations: [first, ...more].map(({ operation }) => operation) }] : [],
  );

const resourceKey = ({ permission, resourceType, resourceName, patternType, host }: Permission) =>
  [permission, resourceType, resourceName, patternType, host].join(' ');

const acl = ({ permission, resourceType, resourceName, patternType, host }: Permission) => ({
  type: permission === 'Allow' ? ('allow' as const) : ('deny' as const),
  resource:
    resourceType === 'Cluster'
      ? { type: resourceTypes.Cluster }
      : {
          type: resourceTypes[resourceType],
          name: resourceName,
          patternType: patternType === 'Prefixed' ? ('prefix' as const) : ('literal' as const),
        },
  host,
});
