import type { Addresses } from '../../../model/addresses';
import { permissionId, terraformId } from '../../../model/names';
import type { Permission } from '../../../model/permissions';

/** The resource types of azurerm, and what each noun is called in its stack. */
export const addresses: Addresses = {
  topic: (name) => `azurerm_eventhub.${terraformId(name)}`,
  // There are no roles on groups and transactional ids.
  permission: (permission) =>
    permission.resourceType === 'Topic' ? `azurerm_role_assignment.${roleId(permission)}` : '–',
};

/** Whatever an application does with topics of a prefix is one role. */
export const roleId = (permission: Permission): string =>
  permission.patternType === 'Prefixed' ? `${permission.application}_owns_namespace` : permissionId(permission);
