import type { DeliveryOf } from '../../../model/delivery';
import { strimziSettings } from './cluster';

/** The Secret beside an application: its user's own, in the cluster's namespace, has the user's name. */
export const connectionSecret = (application: string): string => `${application}-kafka`;

/** The Secret beside the cluster into which a user's password comes from the store: the operator's has the user's name. */
export const passwordSecret = (application: string): string => `${application}-password`;

export const deliveryOf: DeliveryOf = ({ kubernetes }, cluster, { name, namespace }) =>
  kubernetes && {
    store: 'kubernetes',
    namespace: namespace ?? kubernetes.applicationNamespace,
    name: connectionSecret(name),
    ...(strimziSettings(cluster).connections === 'access-operator' ? { by: 'access-operator' as const } : {}),
  };
