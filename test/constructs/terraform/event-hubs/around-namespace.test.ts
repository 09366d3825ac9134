import type { TerraformStack } from 'cdktf';
import {
  AzapiProvider,
  AzapiResource,
  type AzapiResourceProps,
  AzapiUpdateResource,
  type AzapiUpdateResourceProps,
} from '../../../../constructs/terraform/event-hubs/azapi';
import {
  EventHubsCustomerManagedKey,
  type EventHubsCustomerManagedKeyProps,
} from '../../../../constructs/terraform/event-hubs/customer-managed-key';
import {
  EventHubsDedicatedCluster,
  type EventHubsDedicatedClusterProps,
} from '../../../../constructs/terraform/event-hubs/dedicated-cluster';
import {
  EventHubsDeleteLock,
  type EventHubsDeleteLockProps,
} from '../../../../constructs/terraform/event-hubs/delete-lock';
import {
  EventHubsDiagnostics,
  type EventHubsDiagnosticsProps,
} from '../../../../constructs/terraform/event-hubs/diagnostics';
import {
  EventHubsDisasterRecovery,
  type EventHubsDisasterRecoveryProps,
} from '../../../../constructs/terraform/event-hubs/disaster-recovery';
import {
  EventHubsEncryptionIdentity,
  type EventHubsEncryptionIdentityProps,
} from '../../../../constructs/terraform/event-hubs/encryption-identity';
import {
  EventHubsGeoReplication,
  type EventHubsGeoReplicationProps,
} from '../../../../constructs/terraform/event-hubs/geo-replication';
import {
  EventHubsLogArchive,
  type EventHubsLogArchiveProps,
} from '../../../../constructs/terraform/event-hubs/log-archive';
import {
  EventHubsPrivateDnsZone,
  type EventHubsPrivateDnsZoneProps,
} from '../../../../constructs/terraform/event-hubs/private-dns-zone';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import {
  EventHubsResourceGroup,
  type EventHubsResourceGroupProps,
} from '../../../../constructs/terraform/event-hubs/resource-group';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const output = (place: (stack: TerraformStack) => void) =>
  synthesized((stack) => {
    new EventHubsProvider(stack, 'azurerm');
    new AzapiProvider(stack, 'azapi');
    place(stack);
  });
const placed = (place: (stack: TerraformStack) => void) => resourcesOf(output(place));

/** A construct, the least that it needs, what that becomes, and what each further prop changes. */
interface Row<Props> {
  readonly of: new (stack: TerraformStack, id: string, props: Props) => unknown;
  /** Where it is. */
  readonly address: string;
  readonly least: Props;
  readonly becomes: Readonly<Record<string, unknown>>;
  readonly changes: Readonly<{
    [prop in keyof Props]-?: readonly [Props[prop], Readonly<Record<string, unknown>>, address?: string];
  }>;
}
const row = <Props>(construct: Row<Props>) => construct as unknown as Row<Record<string, unknown>>;

const place = { location: 'westeurope', resourceGroupName: 'kafka' };
const tags = [{ team: 'a' }, { tags: { team: 'a' } }] as const;
const unprotected = [false, { lifecycle: undefined }] as const;
const kept = { lifecycle: { prevent_destroy: true } };
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
const replicated = (geoDataReplication: object) => ({ properties: { geoDataReplication } });
const [here, there] = [
  { locationName: 'westeurope', roleType: 'Primary' },
  { locationName: 'northeurope', roleType: 'Secondary' },
];
const cluster = '/subscriptions/s/clusters/c';
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
  row<EventHubsDedicatedClusterProps>({
    of: EventHubsDedicatedCluster,
    address: 'azurerm_eventhub_cluster.it',
    least: { ...place, name: 'kit-cluster' },
    becomes: {
      name: 'kit-cluster',
      location: 'westeurope',
      resource_group_name: 'kafka',
      sku_name: 'Dedicated_1',
      ...kept,
    },
    changes: {
      name: ['kit-other', { name: 'kit-other' }],
      location: ['northeurope', { location: 'northeurope' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      capacity: [4, { sku_name: 'Dedicated_4' }],
      preventDestroy: unprotected,
      tags,
    },
  }),
  row<EventHubsEncryptionIdentityProps>({
    of: EventHubsEncryptionIdentity,
    address: 'azurerm_user_assigned_identity.it_encryption',
    least: { ...place, name: 'prod-main-encryption', keyId: '/vaults/v/keys/k' },
    becomes: { name: 'prod-main-encryption', location: 'westeurope', resource_group_name: 'kafka', ...kept },
    changes: {
      name: ['other', { name: 'other' }],
      location: ['northeurope', { location: 'northeurope' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      keyId: ['/vaults/v/keys/other', { scope: '/vaults/v/keys/other' }, 'azurerm_role_assignment.it_encryption'],
      preventDestroy: unprotected,
      tags,
    },
  }),
  row<EventHubsCustomerManagedKeyProps>({
    of: EventHubsCustomerManagedKey,
    address: 'azurerm_eventhub_namespace_customer_managed_key.it',
    least: { namespaceId: '/namespaces/n', keyVaultKeyId: 'https://k', userAssignedIdentityId: '/i' },
    becomes: {
      eventhub_namespace_id: '/namespaces/n',
      key_vault_key_ids: ['https://k'],
      user_assigned_identity_id: '/i',
      lifecycle: { prevent_destroy: true },
    },
    changes: {
      namespaceId: ['/namespaces/m', { eventhub_namespace_id: '/namespaces/m' }],
      keyVaultKeyId: ['https://l', { key_vault_key_ids: ['https://l'] }],
      userAssignedIdentityId: ['/j', { user_assigned_identity_id: '/j' }],
      infrastructureEncryptionEnabled: [true, { infrastructure_encryption_enabled: true }],
      dependsOn: [[{ fqn: 'azurerm_role_assignment.r' }], { depends_on: ['azurerm_role_assignment.r'] }],
      preventDestroy: unprotected,
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
  row<EventHubsGeoReplicationProps>({
    of: EventHubsGeoReplication,
    address: 'azapi_update_resource.it_northeurope',
    least: { namespaceId: '/namespaces/n', primaryLocation: 'westeurope', locationName: 'northeurope' },
    becomes: {
      ignore_missing_property: false,
      type: 'Microsoft.EventHub/namespaces@2026-01-01',
      resource_id: '/namespaces/n',
      body: replicated({ maxReplicationLagDurationInSeconds: 300, locations: [here, there] }),
      locks: ['/namespaces/n'],
      lifecycle: { ignore_changes: ['body.properties.geoDataReplication.locations'] },
    },
    changes: {
      namespaceId: ['/namespaces/m', { resource_id: '/namespaces/m', locks: ['/namespaces/m'] }],
      primaryLocation: [
        'uksouth',
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [{ ...here, locationName: 'uksouth' }, there],
          }),
        },
      ],
      locationName: [
        'uksouth',
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [here, { ...there, locationName: 'uksouth' }],
          }),
        },
        'azapi_update_resource.it_uksouth',
      ],
      maxReplicationLagDurationInSeconds: [
        0,
        { body: replicated({ maxReplicationLagDurationInSeconds: 0, locations: [here, there] }) },
      ],
      primaryClusterArmId: [
        cluster,
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [{ ...here, clusterArmId: cluster }, there],
          }),
        },
      ],
      clusterArmId: [
        cluster,
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [here, { ...there, clusterArmId: cluster }],
          }),
        },
      ],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
    },
  }),
  row<EventHubsDisasterRecoveryProps>({
    of: EventHubsDisasterRecovery,
    address: 'azurerm_eventhub_namespace_disaster_recovery_config.it',
    least: {
      alias: 'kit-alias',
      partnerNamespaceId: '/namespaces/m',
      namespaceName: 'kit-orders',
      resourceGroupName: 'kafka',
    },
    becomes: {
      name: 'kit-alias',
      partner_namespace_id: '/namespaces/m',
      namespace_name: 'kit-orders',
      resource_group_name: 'kafka',
      lifecycle: { prevent_destroy: true },
    },
    changes: {
      alias: ['kit-other', { name: 'kit-other' }],
      partnerNamespaceId: ['/namespaces/o', { partner_namespace_id: '/namespaces/o' }],
      namespaceName: ['kit-third', { namespace_name: 'kit-third' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      preventDestroy: unprotected,
    },
  }),
  row<AzapiResourceProps>({
    of: AzapiResource,
    address: 'azapi_resource.it',
    least: { type: 'Microsoft.X/y@2026-01-01', name: 'n', parentId: '/p', body: { properties: {} } },
    becomes: { type: 'Microsoft.X/y@2026-01-01', name: 'n', parent_id: '/p', body: { properties: {} } },
    changes: {
      type: ['Microsoft.X/z@2026-01-01', { type: 'Microsoft.X/z@2026-01-01' }],
      name: ['m', { name: 'm' }],
      parentId: ['/q', { parent_id: '/q' }],
      body: [{ properties: { a: 1 } }, { body: { properties: { a: 1 } } }],
      locks: [['/p'], { locks: ['/p'] }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      lifecycle: [{ preventDestroy: true }, { lifecycle: { prevent_destroy: true } }],
    },
  }),
  row<AzapiUpdateResourceProps>({
    of: AzapiUpdateResource,
    address: 'azapi_update_resource.it',
    least: { type: 'Microsoft.X/y@2026-01-01', resourceId: '/r', body: { properties: {} } },
    becomes: {
      type: 'Microsoft.X/y@2026-01-01',
      resource_id: '/r',
      body: { properties: {} },
      ignore_missing_property: false,
    },
    changes: {
      type: ['Microsoft.X/z@2026-01-01', { type: 'Microsoft.X/z@2026-01-01' }],
      resourceId: ['/s', { resource_id: '/s' }],
      body: [{ properties: { a: 1 } }, { body: { properties: { a: 1 } } }],
      locks: [['/p'], { locks: ['/p'] }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      lifecycle: [{ preventDestroy: true }, { lifecycle: { prevent_destroy: true } }],
    },
  }),
];

describe.each(constructs.map((construct) => [construct.address, construct] as const))('%s', (address, construct) => {
  const { of: Construct, least, becomes, changes } = construct;
  const made = (props: Record<string, unknown>, at = address) =>
    placed((stack) => new Construct(stack, 'it', props)).get(at);

  test('with the least that it needs has its defaults and nothing else', () => {
    expect(made(least)).toEqual(becomes);
  });

  test.each(Object.entries(changes))('%s changes what it becomes', (prop, [value, changed, elsewhere]) => {
    const props = { ...least, [prop]: value };
    if (elsewhere) {
      expect(made(props, elsewhere)).toMatchObject(changed);
      expect(made(least, elsewhere) ?? {}).not.toMatchObject(changed);
    } else expect(made(props)).toEqual({ ...becomes, ...changed });
  });
});

test('the identity of a key may wrap and unwrap with that key, and nothing else', () => {
  const made = placed(
    (stack) => new EventHubsEncryptionIdentity(stack, 'it', { ...place, name: 'enc', keyId: '/vaults/v/keys/k' }),
  );
  expect(made.get('azurerm_role_assignment.it_encryption')).toEqual({
    scope: '/vaults/v/keys/k',
    role_definition_name: 'Key Vault Crypto Service Encryption User',
    // Of another key it is there before the old one goes.
    lifecycle: { create_before_destroy: true },
    principal_id: `\${azurerm_user_assigned_identity.it_encryption.principal_id}`,
    principal_type: 'ServicePrincipal',
  });
});

test('azapi has one version, reaches Azure as whoever deploys, and registers nothing', () => {
  const { terraform, provider } = output((stack) => {
    new AzapiUpdateResource(stack, 'it', { type: 'Microsoft.X/y@2026-01-01', resourceId: '/r', body: {} });
  });
  expect(terraform.required_providers).toMatchObject({ azapi: { source: 'Azure/azapi', version: '2.12.0' } });
  expect(provider?.azapi).toEqual([{ skip_provider_registration: true }]);
});

test.each<[string, (stack: TerraformStack) => unknown, string]>([
  [
    'a dedicated cluster with a name of five letters',
    (stack) => new EventHubsDedicatedCluster(stack, 'it', { ...place, name: 'kafka' }),
    "the name 'kafka': use 6 to 50",
  ],
  [
    'a dedicated cluster of more units than are sold',
    (stack) => new EventHubsDedicatedCluster(stack, 'it', { ...place, name: 'kit-cluster', capacity: 21 }),
    'a capacity of 21: use 1 to 20',
  ],
  [
    'an archive with a name that is no account',
    (stack) => new EventHubsLogArchive(stack, 'it', { ...place, name: 'kit-logs' }),
    "the name 'kit-logs': use 3 to 24",
  ],
  [
    'an archive that keeps nothing',
    (stack) => new EventHubsLogArchive(stack, 'it', { ...place, name: 'kitlogs', periodSinceCreationInDays: 0 }),
    '0 days: use 1 to 146000',
  ],
  [
    'logs that go nowhere',
    (stack) => new EventHubsDiagnostics(stack, 'it', target),
    'logs that go nowhere: name a workspace or a storage account',
  ],
  [
    'a second region that is behind by a minute',
    (stack) =>
      new EventHubsGeoReplication(stack, 'it', {
        namespaceId: '/n',
        primaryLocation: 'westeurope',
        locationName: 'northeurope',
        maxReplicationLagDurationInSeconds: 60,
      }),
    'a lag of 60 seconds: use 0 seconds, or 5 minutes to 1 day',
  ],
  [
    'an alias that is no host',
    (stack) =>
      new EventHubsDisasterRecovery(stack, 'it', {
        alias: 'kit',
        partnerNamespaceId: '/n',
        namespaceName: 'kit-orders',
        resourceGroupName: 'kafka',
      }),
    "the alias 'kit': use 6 to 50",
  ],
])('%s is refused when it is synthesized', (_, build, message) => {
  expect(() => placed(build)).toThrow(message);
});
