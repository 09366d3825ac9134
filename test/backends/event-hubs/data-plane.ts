import { eventHubsDataPlane } from '../../../backends/event-hubs/data-plane';
import type { ClusterInput } from '../../../index';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { synthesized } from '../../support/synthesize';
import { namespace } from './namespace';

export const on = (settings: object, changes: Readonly<Record<string, unknown>> = {}) => {
  const cluster = { ...namespace, ...settings } as ClusterInput;
  return resolve(changed<Description>(small, { 'clusters.main': cluster, ...changes }));
};
export const dataPlaneOf = (settings: object, changes: Readonly<Record<string, unknown>> = {}) =>
  synthesized((stack) => {
    for (const shard of on(settings, changes).shards) eventHubsDataPlane.place(stack, shard);
  });
export const namespaceId =
  '/subscriptions/${data.azurerm_client_config.main.subscription_id}/resourceGroups/kafka/providers/Microsoft.EventHub/namespaces/kit-orders';
