import type { Addresses } from '../../../model/addresses';
import { permissionId, terraformId } from '../../../model/names';

/** The resource types of the provider `Mongey/kafka`, and what each noun is called in its stack. */
export const addresses: Addresses = {
  topic: (name) => `kafka_topic.${terraformId(name)}`,
  permission: (permission) => `kafka_acl.${permissionId(permission)}`,
};
