import { eventHubsCluster } from '../../../backends/event-hubs/cluster';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { dataPlaneOf, on } from './data-plane';

describe('a hub', () => {
  const capture = {
    storageAccount: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/kitcapture',
    container: 'orders',
  };

  test('is captured as it is said, and no other hub is', () => {
    const said = { ...capture, every: '2m', size: '100MiB', skipEmpty: false };
    const resources = resourcesOf(dataPlaneOf({ hubs: { 'orders.created': { capture: said } } }));
    expect(resources.get('azurerm_eventhub.orders_created')?.capture_description).toMatchObject({
      interval_in_seconds: 120,
      size_limit_in_bytes: 104_857_600,
      skip_empty_archives: false,
      destination: { blob_container_name: 'orders', storage_account_id: capture.storageAccount },
    });
    expect(resources.get('azurerm_eventhub.billing_dead_letters')?.capture_description).toBeUndefined();
    expect([...resources.values()].filter((one) => one.capture_description)).toHaveLength(1);
  });

  test('is captured by an identity that is said, which the namespace is given', () => {
    const identity =
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/capture';
    const settings = { hubs: { 'orders.created': { capture: { ...capture, identity } } } };
    expect(
      resourcesOf(dataPlaneOf(settings)).get('azurerm_eventhub.orders_created')?.capture_description,
    ).toMatchObject({
      destination: { storage_authentication_type: 'UserAssigned', storage_authentication_id: identity },
    });
    const { clusters, environment } = on(settings);
    const output = synthesized((stack) => {
      for (const cluster of clusters.values()) eventHubsCluster.place(stack, cluster, environment);
    });
    expect(resourcesOf(output).get('azurerm_eventhub_namespace.main')?.identity).toEqual({
      type: 'UserAssigned',
      identity_ids: [identity],
    });
  });

  test('has consumer groups of Event Hubs only where they are asked for', () => {
    const groups = (settings: object) =>
      [...resourcesOf(dataPlaneOf(settings))].filter(([address]) => address.startsWith('azurerm_eventhub_consumer'));
    expect(groups({})).toEqual([]);
    expect(groups({ hubs: { 'orders.created': { consumerGroups: ['audit'] } } })).toEqual([
      [
        'azurerm_eventhub_consumer_group.orders_created__audit',
        {
          name: 'audit',
          namespace_name: 'kit-orders',
          eventhub_name: '${azurerm_eventhub.orders_created.name}',
          resource_group_name: 'kafka',
        },
      ],
    ]);
  });
});
