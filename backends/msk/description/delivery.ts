import type { DeliveryOf } from '../../../model/delivery';

/** `/kafka/prod/main/payment-service`. */
export const connectionParameter = (environment: string, cluster: string, application: string): string =>
  `/kafka/${environment}/${cluster}/${application}`;

export const deliveryOf: DeliveryOf = ({ name }, cluster, application) => ({
  store: 'parameter-store',
  name: connectionParameter(name, cluster.name, application.name),
});
