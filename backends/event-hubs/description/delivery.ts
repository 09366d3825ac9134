import type { DeliveryOf } from '../../../model/delivery';
import { clusterStackName } from '../../../model/names';

/**
 * Environments may share a Key Vault. No name holds two dashes in a row, so no two of them are put together to the same,
 * nor to the name of a key.
 */
export const connectionSecret = (environment: string, cluster: string, application: string): string =>
  `${clusterStackName(environment, cluster)}--${application}`;

export const deliveryOf: DeliveryOf = ({ name, secrets: { vault } }, cluster, application) =>
  vault ? { store: 'key-vault', vault, name: connectionSecret(name, cluster.name, application.name) } : undefined;
