import {
  EventHubsDeleteLock,
  type EventHubsDeleteLockProps,
} from '../../../../constructs/terraform/event-hubs/delete-lock';
import {
  EventHubsDiagnostics,
  type EventHubsDiagnosticsProps,
} from '../../../../constructs/terraform/event-hubs/diagnostics';
import {
  EventHubsLogArchive,
  type EventHubsLogArchiveProps,
} from '../../../../constructs/terraform/event-hubs/log-archive';
import {
  EventHubsPrivateDnsZone,
  type EventHubsPrivateDnsZoneProps,
} from '../../../../constructs/terraform/event-hubs/private-dns-zone';
import {
  EventHubsResourceGroup,
  type EventHubsResourceGroupProps,
} from '../../../../constructs/terraform/event-hubs/resource-group';
import {
  EventHubsVirtualNetworkLink,
  type EventHubsVirtualNetworkLinkProps,
} from '../../../../constructs/terraform/event-hubs/virtual-network-link';
import { changedByEachProp, kept, place, row, tags, unprotected } from './rows';

const target = { namespaceId: '/namespaces/n', namespaceName: 'kit-orders' };
const networks = '/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/virtualNetworks';
const archive = {
  name: 'kitlogs',
  location: 'westeurope',
  resource_group_name: 'kafka',
  account_tier: 'Standard',
  account_replication_type: 'GRS',
  min_tls_version: 'TLS1_2',
  https_traffic_only_enabled: true,
  shared_access_key_enabled: false,
  default_to_oauth_authentication: true,
  local_user_enabled: false,
  public_network_access_enabled: false,
  allow_nested_items_to_be_public: false,
  cross_tenant_replication_enabled: false,
  infrastructure_encryption_enabled: true,
  network_rules: { default_action: 'Deny', bypass: ['AzureServices'] },
  blob_properties: {
    versioning_enabled: true,
    delete_retention_policy: { days: 7 },
    container_delete_retention_policy: { days: 7 },
  },
  immutability_policy: {
    allow_protected_append_writes: true,
    period_since_creation_in_days: 365,
    state: 'Unlocked',
  },
  ...kept,
};
const premiumLogs = [
  'OperationalLogs',
  'DiagnosticErrorLogs',
  'KafkaCoordinatorLogs',
  'KafkaUserErrorLogs',
  'EventHubVNetConnectionEvent',
  'ArchiveLogs',
  'RuntimeAuditLogs',
  'ApplicationMetricsLogs',
  'CustomerManagedKeyUserLogs',
];

const constructs = [
  row<EventHubsResourceGroupProps>({
    of: EventHubsResourceGroup,
    address: 'azurerm_resource_group.it',
    least: { name: 'kafka', location: 'westeurope' },
    becomes: { name: 'kafka', location: 'westeurope', ...kept },
    changes: {
      name: ['other', { name: 'other' }],
      location: ['northeurope', { location: 'northeurope' }],
      preventDestroy: unprotected,
      tags,
    },
  }),
  row<EventHubsPrivateDnsZoneProps>({
    of: EventHubsPrivateDnsZone,
    address: 'azurerm_private_dns_zone.it',
    least: { resourceGroupName: 'kafka', virtualNetworkIds: {} },
    becomes: { name: 'privatelink.servicebus.windows.net', resource_group_name: 'kafka' },
    changes: {
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      virtualNetworkIds: [
        { platform: `${networks}/platform` },
        {
          name: 'platform',
          private_dns_zone_id: `\${azurerm_private_dns_zone.it.id}`,
          virtual_network_id: `${networks}/platform`,
          registration_enabled: false,
        },
        'azurerm_private_dns_zone_virtual_network_link.it_platform',
      ],
      tags,
    },
  }),
  row<EventHubsVirtualNetworkLinkProps>({
    of: EventHubsVirtualNetworkLink,
    address: 'azurerm_private_dns_zone_virtual_network_link.it',
    least: { name: 'platform', privateDnsZoneId: '/zones/z', virtualNetworkId: `${networks}/platform` },
    becomes: {
      name: 'platform',
      private_dns_zone_id: '/zones/z',
      virtual_network_id: `${networks}/platform`,
      registration_enabled: false,
    },
    changes: {
      name: ['other', { name: 'other' }],
      privateDnsZoneId: ['/zones/y', { private_dns_zone_id: '/zones/y' }],
      virtualNetworkId: [`${networks}/other`, { virtual_network_id: `${networks}/other` }],
      tags,
    },
  }),
  row<EventHubsDeleteLockProps>({
    of: EventHubsDeleteLock,
    address: 'azurerm_management_lock.it',
    least: target,
    becomes: {
      name: 'kit-orders-keep',
      scope: '/namespaces/n',
      lock_level: 'CanNotDelete',
      notes: 'It holds records; remove the lock to delete hubs, role assignments or the namespace',
    },
    changes: {
      namespaceId: ['/namespaces/m', { scope: '/namespaces/m' }],
      namespaceName: ['kit-other', { name: 'kit-other-keep' }],
    },
  }),
  row<EventHubsLogArchiveProps>({
    of: EventHubsLogArchive,
    address: 'azurerm_storage_account.it_logs',
    least: { ...place, name: 'kitlogs' },
    becomes: archive,
    changes: {
      name: ['kitother', { name: 'kitother' }],
      location: ['northeurope', { location: 'northeurope' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      periodSinceCreationInDays: [
        7,
        { immutability_policy: { ...archive.immutability_policy, period_since_creation_in_days: 7 } },
      ],
      state: ['Locked', { immutability_policy: { ...archive.immutability_policy, state: 'Locked' } }],
      accountReplicationType: ['ZRS', { account_replication_type: 'ZRS' }],
      preventDestroy: unprotected,
      tags,
    },
  }),
  row<EventHubsDiagnosticsProps>({
    of: EventHubsDiagnostics,
    address: 'azurerm_monitor_diagnostic_setting.it',
    least: { ...target, logAnalyticsWorkspaceId: '/w' },
    becomes: {
      name: 'kit-orders',
      target_resource_id: '/namespaces/n',
      log_analytics_workspace_id: '/w',
      log_analytics_destination_type: 'Dedicated',
      enabled_log: premiumLogs.map((category) => ({ category })),
    },
    changes: {
      namespaceId: ['/namespaces/m', { target_resource_id: '/namespaces/m' }],
      namespaceName: ['kit-other', { name: 'kit-other' }],
      logAnalyticsWorkspaceId: ['/x', { log_analytics_workspace_id: '/x' }],
      storageAccountId: ['/accounts/a', { storage_account_id: '/accounts/a' }],
      tier: [
        'standard',
        { enabled_log: [...premiumLogs.slice(0, 6), 'AutoScaleLogs'].map((category) => ({ category })) },
      ],
    },
  }),
];

changedByEachProp(constructs);
