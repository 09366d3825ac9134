import type { DataRole } from '../../constructs/terraform/event-hubs/data-role';
import type { Permission } from '../../model/permissions';

/** What a permission becomes: a role on its hub, or on the whole namespace. */
export interface RoleGrant {
  readonly permission: Permission;
  readonly role: DataRole;
  readonly on: { readonly hub: string } | 'namespace';
}

/**
 * Permissions in roles of Entra ID.
 *
 * Lost: groups and transactional ids, for which there are no roles. Gained: what an application does with topics of a
 * prefix, such as the internal ones of Kafka Streams, needs «management, read and write permissions for the entire
 * namespace», so it becomes one Data Owner.
 * https://learn.microsoft.com/azure/event-hubs/apache-kafka-streams
 */
export function roleGrants(permissions: readonly Permission[]): RoleGrant[] {
  const onTopics = permissions.filter(
    ({ resourceType, permission }) => resourceType === 'Topic' && permission === 'Allow',
  );
  const owner = onTopics.find(({ patternType }) => patternType === 'Prefixed');
  return [
    ...(owner ? [{ permission: owner, role: 'Owner', on: 'namespace' } as const] : []),
    ...onTopics.flatMap((permission): RoleGrant[] => {
      const role = roles[permission.operation];
      return permission.patternType === 'Literal' && role
        ? [{ permission, role, on: { hub: permission.resourceName } }]
        : [];
    }),
  ];
}

/** What flows ask for; nobody is let make or delete a single hub. */
export const roles: Partial<Record<Permission['operation'], DataRole>> = { Write: 'Sender', Read: 'Receiver' };
