import type { Addresses } from '../../../model/addresses';
import { kubernetesName } from '../../../model/kubernetes-name';

/** The kind and name of the object that each noun becomes; a user's object holds all of its permissions. */
export const addresses: Addresses = {
  topic: (name) => `KafkaTopic/${kubernetesName(name)}`,
  permission: ({ application }) => `KafkaUser/${application}`,
};
