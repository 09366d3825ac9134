import type { Addresses } from '../../../model/addresses';
import { permissionId, terraformId } from '../../../model/names';

/** The resource types of azurerm, and what each noun is called in its stack. */
export const addresses: Addresses = {
  topic: (name) => `azurerm_eventhub.${terraformId(name)}`,
  permission: (permission) => `azurerm_role_assignment.${permissionId(permission)}`,
};
