import type { EventHubsNamespaceProps } from '../../../../constructs/terraform/event-hubs/namespace';
import { endpoint, key, made } from './namespace';

const namespaceId = `\${azurerm_eventhub_namespace.it.id}`;

const changes: readonly (readonly [Partial<EventHubsNamespaceProps>, string, object])[] = [
  [{ name: 'kit-other' }, 'azurerm_eventhub_namespace.it', { name: 'kit-other' }],
  [{ location: 'northeurope' }, 'azurerm_eventhub_namespace.it', { location: 'northeurope' }],
  [{ resourceGroupName: 'other' }, 'azurerm_eventhub_namespace.it', { resource_group_name: 'other' }],
  [{ sku: 'Standard' }, 'azurerm_eventhub_namespace.it', { sku: 'Standard' }],
  [{ capacity: 4 }, 'azurerm_eventhub_namespace.it', { capacity: 4 }],
  [{ publicNetworkAccessEnabled: true }, 'azurerm_eventhub_namespace.it', { public_network_access_enabled: true }],
  [{ tags: { team: 'a' } }, 'azurerm_eventhub_namespace.it', { tags: { team: 'a' } }],
  [
    { sku: 'Standard', maximumThroughputUnits: 10 },
    'azurerm_eventhub_namespace.it',
    {
      sku: 'Standard',
      auto_inflate_enabled: true,
      maximum_throughput_units: 10,
      lifecycle: { prevent_destroy: true, ignore_changes: ['capacity'] },
    },
  ],
  [
    { dedicatedClusterId: '/clusters/c' },
    'azurerm_eventhub_namespace.it',
    { sku: 'Standard', dedicated_cluster_id: '/clusters/c' },
  ],
  [{ localAuthenticationEnabled: true }, 'azurerm_eventhub_namespace.it', { local_authentication_enabled: true }],
  [
    // As good as said: azurerm keeps rules that are not described.
    { publicNetworkAccessEnabled: true },
    'azurerm_eventhub_namespace.it',
    {
      network_rulesets: [
        {
          default_action: 'Allow',
          public_network_access_enabled: true,
          trusted_service_access_enabled: false,
          ip_rule: [],
          virtual_network_rule: [],
        },
      ],
    },
  ],
  [
    { publicNetworkAccessEnabled: true, networkRulesets: { ipMasks: ['203.0.113.0/24'] } },
    'azurerm_eventhub_namespace.it',
    {
      network_rulesets: [
        {
          default_action: 'Deny',
          public_network_access_enabled: true,
          trusted_service_access_enabled: false,
          ip_rule: [{ action: 'Allow', ip_mask: '203.0.113.0/24' }],
          virtual_network_rule: [],
        },
      ],
    },
  ],
  [
    {
      publicNetworkAccessEnabled: true,
      networkRulesets: { subnetIds: ['/subnets/a'], trustedServiceAccessEnabled: true },
    },
    'azurerm_eventhub_namespace.it',
    {
      network_rulesets: [
        {
          default_action: 'Deny',
          public_network_access_enabled: true,
          trusted_service_access_enabled: true,
          ip_rule: [],
          virtual_network_rule: [{ subnet_id: '/subnets/a', ignore_missing_virtual_network_service_endpoint: false }],
        },
      ],
    },
  ],
  [
    { privateEndpoint: endpoint },
    'azurerm_private_endpoint.it',
    {
      name: 'kit-orders',
      subnet_id: endpoint.subnetId,
      private_service_connection: {
        name: 'kit-orders',
        private_connection_resource_id: namespaceId,
        subresource_names: ['namespace'],
        is_manual_connection: false,
      },
    },
  ],
  [
    { privateEndpoint: { ...endpoint, privateDnsZoneId: '/zones/servicebus' } },
    'azurerm_private_endpoint.it',
    { private_dns_zone_group: { name: 'servicebus', private_dns_zone_ids: ['/zones/servicebus'] } },
  ],
  [
    { userAssignedIdentityIds: ['/subscriptions/s/capture'] },
    'azurerm_eventhub_namespace.it',
    { identity: { type: 'UserAssigned', identity_ids: ['/subscriptions/s/capture'] } },
  ],
  [
    { customerManagedKey: key, userAssignedIdentityIds: ['/subscriptions/s/capture', '/subscriptions/s/i'] },
    'azurerm_eventhub_namespace.it',
    { identity: { type: 'UserAssigned', identity_ids: ['/subscriptions/s/i', '/subscriptions/s/capture'] } },
  ],
  [
    { customerManagedKey: key },
    'azurerm_eventhub_namespace.it',
    { identity: { type: 'UserAssigned', identity_ids: [key.userAssignedIdentityId] } },
  ],
  [
    { customerManagedKey: key },
    'azurerm_eventhub_namespace_customer_managed_key.it',
    {
      eventhub_namespace_id: namespaceId,
      key_vault_key_ids: [key.keyVaultKeyId],
      user_assigned_identity_id: key.userAssignedIdentityId,
    },
  ],
  [
    { diagnostics: { logAnalyticsWorkspaceId: '/workspaces/logs' } },
    'azurerm_monitor_diagnostic_setting.it',
    { target_resource_id: namespaceId, log_analytics_workspace_id: '/workspaces/logs' },
  ],
  [
    { geoDataReplication: { locationName: 'northeurope' } },
    'azapi_update_resource.it_northeurope',
    { resource_id: namespaceId, type: 'Microsoft.EventHub/namespaces@2026-01-01' },
  ],
  [
    { disasterRecovery: { alias: 'kit-alias', partnerNamespaceId: '/namespaces/m' } },
    'azurerm_eventhub_namespace_disaster_recovery_config.it',
    { name: 'kit-alias', namespace_name: `\${azurerm_eventhub_namespace.it.name}` },
  ],
  [{ deleteLock: true }, 'azurerm_management_lock.it', { scope: namespaceId, lock_level: 'CanNotDelete' }],
];

test.each(changes)('%j changes %s to %j', (props, address, attributes) => {
  expect(made(props).get(address)).toMatchObject(attributes);
  expect(made().get(address) ?? {}).not.toMatchObject(attributes);
});

test('every prop is in a test', () => {
  const tested = new Set([...changes.flatMap(([props]) => Object.keys(props)), 'preventDestroy']);
  const all: Record<keyof EventHubsNamespaceProps, true> = {
    name: true,
    location: true,
    resourceGroupName: true,
    sku: true,
    capacity: true,
    maximumThroughputUnits: true,
    dedicatedClusterId: true,
    localAuthenticationEnabled: true,
    privateEndpoint: true,
    publicNetworkAccessEnabled: true,
    networkRulesets: true,
    customerManagedKey: true,
    userAssignedIdentityIds: true,
    diagnostics: true,
    geoDataReplication: true,
    disasterRecovery: true,
    deleteLock: true,
    preventDestroy: true,
    tags: true,
  };
  expect([...tested].sort()).toEqual(Object.keys(all).sort());
});
