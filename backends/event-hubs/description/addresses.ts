import type { Addresses } from '../../../model/addresses';
import { permissionId, terraformId } from '../../../model/names';
import type { Permission } from '../../../model/permissions';
import { groupOf, type IdentitiesInput } from './identities';

/** The resource types of azurerm and azapi, and what each noun is called in its stack. */
export const addressesOf = (identities: IdentitiesInput = {}): Addresses => ({
  topic: (name) => `azurerm_eventhub.${terraformId(name)}`,
  // There are neither roles nor keys for groups and transactional ids.
  permission: (permission, { authentication }) => {
    if (permission.resourceType !== 'Topic') return '–';
    // Its rule, whatever it may do with its hub.
    if (authentication === 'sas') return `azapi_resource.${permission.application}`;
    const group = groupOf(identities, permission.application);
    return `azurerm_role_assignment.${group === undefined ? roleId(permission) : groupRoleId(group, permission)}`;
  },
});

/** Whatever an application does with topics of a prefix is one role. */
export const roleId = (permission: Permission): string =>
  permission.patternType === 'Prefixed' ? `${permission.application}_owns_namespace` : permissionId(permission);

/** Of a group that has the role, whoever is in it. No application's name has two dashes in a row. */
export const groupRoleId = (group: string, permission: Permission): string =>
  roleId({ ...permission, application: `group--${group}` });

/** A consumer group of a hub. */
export const consumerGroupId = (topic: string, group: string): string => `${terraformId(topic)}__${terraformId(group)}`;
