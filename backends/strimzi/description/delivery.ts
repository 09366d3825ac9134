import type { DeliveryOf } from '../../../model/delivery';

/** The Secret beside an application: its user's own, in the cluster's namespace, has the user's name. */
export const connectionSecret = (application: string): string => `${application}-kafka`;

export const deliveryOf: DeliveryOf = ({ kubernetes }, _, application) =>
  kubernetes && {
    store: 'kubernetes',
    namespace: kubernetes.applicationNamespace,
    name: connectionSecret(application),
  };
