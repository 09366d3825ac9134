import { eventHubsCluster } from '../../../backends/event-hubs/cluster';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { dataPlaneOf, namespaceId, on } from './data-plane';

describe('a schema group', () => {
  const settings = {
    schemaGroups: {
      orders: { readers: ['billing', 'shop'], writers: ['shop'] },
      'old.orders': { type: 'json', readers: ['billing'] },
    },
  } as const;

  test('is made with its namespace, and bears data', () => {
    const { clusters, environment } = on(settings);
    const resources = resourcesOf(
      synthesized((stack) => {
        for (const cluster of clusters.values()) eventHubsCluster.place(stack, cluster, environment);
      }),
    );
    expect(resources.get('azurerm_eventhub_namespace_schema_group.orders')).toMatchObject({
      namespace_id: '${azurerm_eventhub_namespace.main.id}',
      schema_type: 'Avro',
      schema_compatibility: 'Backward',
      lifecycle: { prevent_destroy: true },
    });
    expect(resources.get('azurerm_eventhub_namespace_schema_group.old_orders')).toMatchObject({
      name: 'old.orders',
      schema_type: 'Json',
      schema_compatibility: 'None',
    });
    expect(eventHubsCluster.dataBearing.has('azurerm_eventhub_namespace_schema_group')).toBe(true);
  });

  test('gives each of its users one role, the larger, on the schemas of the namespace, and others none', () => {
    const resources = resourcesOf(dataPlaneOf(settings));
    const root = '/subscriptions/${data.azurerm_client_config.main.subscription_id}';
    const definitions = `${root}/providers/Microsoft.Authorization/roleDefinitions`;
    expect(resources.get('azurerm_role_assignment.shop_schemas')).toMatchObject({
      role_definition_id: `${definitions}/5dffeca3-4936-4216-b2bc-10343a5abb25`,
      scope: namespaceId,
    });
    expect(resources.get('azurerm_role_assignment.billing_schemas')).toMatchObject({
      role_definition_id: `${definitions}/2c56ea50-c6b3-40a6-83c0-9d98858bc7d2`,
    });
    expect([...resourcesOf(dataPlaneOf({})).keys()].filter((address) => address.endsWith('_schemas'))).toEqual([]);
  });
});
