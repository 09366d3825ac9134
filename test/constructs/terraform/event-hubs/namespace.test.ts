import {
  EventHubsNamespace,
  type EventHubsNamespaceProps,
} from '../../../../constructs/terraform/event-hubs/namespace';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const least: EventHubsNamespaceProps = { name: 'kit-orders', location: 'westeurope', resourceGroupName: 'kafka' };
const endpoint = { subnetId: '/subscriptions/s/subnets/kafka' };
const key = { keyVaultKeyId: 'https://kit.vault.azure.net/keys/events', userAssignedIdentityId: '/subscriptions/s/i' };
const namespaceId = `\${azurerm_eventhub_namespace.it.id}`;

const made = (props: Partial<EventHubsNamespaceProps> = {}) =>
  resourcesOf(
    synthesized((stack) => {
      new EventHubsProvider(stack, 'azurerm');
      new EventHubsNamespace(stack, 'it', { ...least, ...props });
    }),
  );

test('a namespace with the least that it needs has no keys, no old TLS and no way in from the internet', () => {
  expect(Object.fromEntries(made())).toEqual({
    'azurerm_eventhub_namespace.it': {
      name: 'kit-orders',
      location: 'westeurope',
      resource_group_name: 'kafka',
      sku: 'Premium',
      capacity: 1,
      local_authentication_enabled: false,
      minimum_tls_version: '1.2',
      public_network_access_enabled: false,
      lifecycle: { prevent_destroy: true },
    },
  });
});

const changes: readonly (readonly [Partial<EventHubsNamespaceProps>, string, object])[] = [
  [{ name: 'kit-other' }, 'azurerm_eventhub_namespace.it', { name: 'kit-other' }],
  [{ location: 'northeurope' }, 'azurerm_eventhub_namespace.it', { location: 'northeurope' }],
  [{ resourceGroupName: 'other' }, 'azurerm_eventhub_namespace.it', { resource_group_name: 'other' }],
  [{ sku: 'Standard' }, 'azurerm_eventhub_namespace.it', { sku: 'Standard' }],
  [{ capacity: 4 }, 'azurerm_eventhub_namespace.it', { capacity: 4 }],
  [{ publicNetworkAccessEnabled: true }, 'azurerm_eventhub_namespace.it', { public_network_access_enabled: true }],
  [{ tags: { team: 'a' } }, 'azurerm_eventhub_namespace.it', { tags: { team: 'a' } }],
  [{ createResourceGroup: true }, 'azurerm_resource_group.it', { name: 'kafka', location: 'westeurope' }],
  [
    { createResourceGroup: true },
    'azurerm_eventhub_namespace.it',
    { resource_group_name: `\${azurerm_resource_group.it.name}` },
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
  [{ deleteLock: true }, 'azurerm_management_lock.it', { scope: namespaceId, lock_level: 'CanNotDelete' }],
];

test.each(changes)('%j changes %s to %j', (props, address, attributes) => {
  expect(made(props).get(address)).toMatchObject(attributes);
  expect(made().get(address) ?? {}).not.toMatchObject(attributes);
});

test('without its protection a plan may delete it', () => {
  for (const [, attributes] of made({ preventDestroy: false, createResourceGroup: true }))
    expect(attributes).not.toHaveProperty('lifecycle');
});

test('every prop is in a test', () => {
  const tested = new Set([...changes.flatMap(([props]) => Object.keys(props)), 'preventDestroy']);
  const all: Record<keyof EventHubsNamespaceProps, true> = {
    name: true,
    location: true,
    resourceGroupName: true,
    createResourceGroup: true,
    sku: true,
    capacity: true,
    privateEndpoint: true,
    publicNetworkAccessEnabled: true,
    customerManagedKey: true,
    diagnostics: true,
    deleteLock: true,
    preventDestroy: true,
    tags: true,
  };
  expect([...tested].sort()).toEqual(Object.keys(all).sort());
});

test('who read and wrote what is logged where the tier has it', () => {
  const logged = (sku: 'Standard' | 'Premium') => {
    const resources = made({ sku, diagnostics: { logAnalyticsWorkspaceId: '/workspaces/logs' } });
    return JSON.stringify(resources.get('azurerm_monitor_diagnostic_setting.it'));
  };
  expect(logged('Premium')).toContain('RuntimeAuditLogs');
  expect(logged('Standard')).not.toContain('RuntimeAuditLogs');
  expect(logged('Standard')).toContain('KafkaUserErrorLogs');
});

test('nothing of it makes a key, a rule for keys or an AMQP consumer group', () => {
  const types = [...made({ customerManagedKey: key, privateEndpoint: endpoint, deleteLock: true }).keys()];
  expect(types.filter((type) => /authorization_rule|consumer_group/.test(type))).toEqual([]);
});

test('the provider has one version, reaches Azure as whoever deploys, and registers nothing', () => {
  const { terraform, provider } = synthesized((stack) => void new EventHubsProvider(stack, 'azurerm'));
  expect(terraform.required_providers).toMatchObject({ azurerm: { source: 'hashicorp/azurerm', version: '5.2.0' } });
  expect(provider?.azurerm).toEqual([{ features: [{}], resource_provider_registrations: 'none' }]);
});

test.each<[Partial<EventHubsNamespaceProps>, string]>([
  [{ name: 'kit' }, "the name 'kit': use 6 to 50 letters"],
  [{ capacity: 3 }, 'Premium with a capacity of 3: use one of 1, 2, 4'],
  [{ sku: 'Standard', capacity: 41 }, 'Standard with a capacity of 41: use 1 to 40'],
])('%j is refused when it is synthesized', (props, message) => {
  expect(() => made(props)).toThrow(message);
});
