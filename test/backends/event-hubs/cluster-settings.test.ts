import { networkLinkName } from '../../../render/event-hubs/allowed';
import { clusterOf, dedicated, standard } from './cluster';
import {
  dedicatedClusterId,
  logs,
  namespace,
  otherNamespaceId,
  ownKey,
  privateDnsZone,
  virtualNetwork,
} from './namespace';

const open = { subnet: undefined, publicAccess: true };

test.each<[object, string, object]>([
  [{}, 'azurerm_resource_group.main', { name: 'kafka', lifecycle: { prevent_destroy: true } }],
  [{ resourceGroupExists: true }, 'azurerm_eventhub_namespace.main', { resource_group_name: 'kafka' }],
  [
    {},
    'azurerm_eventhub_namespace.main',
    { sku: 'Premium', capacity: 1, public_network_access_enabled: false, minimum_tls_version: '1.2' },
  ],
  [{ units: 16 }, 'azurerm_eventhub_namespace.main', { capacity: 16 }],
  [standard, 'azurerm_eventhub_namespace.main', { sku: 'Standard' }],
  [
    { ...standard, units: 2, autoInflate: { maximum: 20 } },
    'azurerm_eventhub_namespace.main',
    { capacity: 2, maximum_throughput_units: 20, lifecycle: { prevent_destroy: true, ignore_changes: ['capacity'] } },
  ],
  [dedicated, 'azurerm_eventhub_cluster.main', { name: 'kit-cluster', sku_name: 'Dedicated_2' }],
  [
    dedicated,
    'azurerm_eventhub_namespace.main',
    { sku: 'Standard', capacity: 1, dedicated_cluster_id: `\${azurerm_eventhub_cluster.main.id}` },
  ],
  [
    { tier: 'dedicated', units: 4, dedicatedCluster: dedicatedClusterId },
    'azurerm_eventhub_namespace.main',
    { capacity: 1, dedicated_cluster_id: dedicatedClusterId },
  ],
  [{}, 'azurerm_private_endpoint.main', { subnet_id: namespace.subnet }],
  [
    { privateDnsZone },
    'azurerm_private_endpoint.main',
    { private_dns_zone_group: { private_dns_zone_ids: [privateDnsZone] } },
  ],
  [
    { privateDnsZone: { networks: [virtualNetwork] } },
    'azurerm_private_endpoint.main',
    { private_dns_zone_group: { private_dns_zone_ids: [`\${azurerm_private_dns_zone.main.id}`] } },
  ],
  [
    { privateDnsZone: { networks: [virtualNetwork] } },
    `azurerm_private_dns_zone_virtual_network_link.main_${networkLinkName(virtualNetwork)}`,
    { virtual_network_id: virtualNetwork },
  ],
  [open, 'azurerm_eventhub_namespace.main', { public_network_access_enabled: true }],
  [
    { ...open, network: { addresses: ['203.0.113.7'], subnets: [namespace.subnet], trustedServices: true } },
    'azurerm_eventhub_namespace.main',
    {
      network_rulesets: [
        {
          default_action: 'Deny',
          ip_rule: [{ ip_mask: '203.0.113.7' }],
          virtual_network_rule: [{ subnet_id: namespace.subnet }],
          trusted_service_access_enabled: true,
        },
      ],
    },
  ],
  [
    { encryption: ownKey },
    'azurerm_eventhub_namespace_customer_managed_key.main',
    { key_vault_key_ids: [ownKey.key], user_assigned_identity_id: ownKey.identity },
  ],
  [
    { encryption: { key: ownKey.key, twice: true } },
    'azurerm_eventhub_namespace_customer_managed_key.main',
    {
      infrastructure_encryption_enabled: true,
      user_assigned_identity_id: `\${azurerm_user_assigned_identity.main_encryption.id}`,
      depends_on: ['azurerm_role_assignment.main_encryption'],
    },
  ],
  [
    { encryption: { key: ownKey.key } },
    'azurerm_eventhub_namespace.main',
    { identity: { type: 'UserAssigned', identity_ids: [`\${azurerm_user_assigned_identity.main_encryption.id}`] } },
  ],
  [
    { encryption: { key: ownKey.key } },
    'azurerm_user_assigned_identity.main_encryption',
    { name: 'test-main-encryption' },
  ],
  [{ logs }, 'azurerm_monitor_diagnostic_setting.main', { log_analytics_workspace_id: logs }],
  [
    { archive: { storageAccount: 'kitlogs' } },
    'azurerm_monitor_diagnostic_setting.main',
    { storage_account_id: `\${azurerm_storage_account.main_logs.id}` },
  ],
  [
    { archive: { storageAccount: 'kitlogs', retention: '30d', locked: true, replication: 'ZRS' } },
    'azurerm_storage_account.main_logs',
    {
      name: 'kitlogs',
      location: 'westeurope',
      account_replication_type: 'ZRS',
      immutability_policy: { period_since_creation_in_days: 30, state: 'Locked' },
    },
  ],
  [
    { geoReplication: { location: 'northeurope', lag: '10m' } },
    'azapi_update_resource.main_northeurope',
    { body: { properties: { geoDataReplication: { maxReplicationLagDurationInSeconds: 600 } } } },
  ],
  [
    { geoReplication: { location: 'northeurope', lag: '0s' } },
    'azapi_update_resource.main_northeurope',
    { body: { properties: { geoDataReplication: { maxReplicationLagDurationInSeconds: 0 } } } },
  ],
  [
    { ...dedicated, geoReplication: { location: 'northeurope', cluster: dedicatedClusterId } },
    'azapi_update_resource.main_northeurope',
    {
      body: {
        properties: {
          geoDataReplication: {
            locations: [{ clusterArmId: `\${azurerm_eventhub_cluster.main.id}` }, { clusterArmId: dedicatedClusterId }],
          },
        },
      },
    },
  ],
  [
    { geoReplication: { location: 'northeurope', subnet: namespace.subnet } },
    'azurerm_private_endpoint.main_secondary',
    { name: 'kit-orders-northeurope', location: 'northeurope' },
  ],
  [
    { ...standard, disasterRecovery: { alias: 'kit-orders-alias', partner: otherNamespaceId } },
    'azurerm_eventhub_namespace_disaster_recovery_config.main',
    { name: 'kit-orders-alias', partner_namespace_id: otherNamespaceId },
  ],
  [{ deleteLock: true }, 'azurerm_management_lock.main', { lock_level: 'CanNotDelete' }],
])('a cluster that says %j has %s with %j', (settings, address, attributes) => {
  expect(clusterOf(settings).get(address)).toMatchObject(attributes);
});
