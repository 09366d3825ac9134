import type { DeliveryOf } from '../../../model/delivery';

/** No name holds two dashes in a row, so no two of them are put together to the same. */
export const connectionSecret = (cluster: string, application: string): string => `${cluster}--${application}`;

export const deliveryOf: DeliveryOf = ({ secrets: { vault } }, cluster, application) =>
  vault ? { store: 'key-vault', vault, name: connectionSecret(cluster.name, application.name) } : undefined;
