import { AzapiProvider } from '../../../../constructs/terraform/event-hubs/azapi';
import type { EventHubsNamespaceProps } from '../../../../constructs/terraform/event-hubs/namespace';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import { isIpMask } from '../../../../render/event-hubs/allowed';
import { synthesized } from '../../../support/synthesize';
import { endpoint, key, made } from './namespace';

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

test('without its protection a plan may delete it', () => {
  for (const [, attributes] of made({ preventDestroy: false })) expect(attributes).not.toHaveProperty('lifecycle');
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

test('both providers deploy to the subscription that they are given', () => {
  const subscriptionId = '11111111-1111-1111-1111-111111111111';
  const { provider } = synthesized((stack) => {
    new EventHubsProvider(stack, 'azurerm', { subscriptionId });
    new AzapiProvider(stack, 'azapi', { subscriptionId });
  });
  expect(provider?.azurerm).toEqual([expect.objectContaining({ subscription_id: subscriptionId })]);
  expect(provider?.azapi).toEqual([{ skip_provider_registration: true, subscription_id: subscriptionId }]);
});

test.each<[Partial<EventHubsNamespaceProps>, string]>([
  [{ name: 'kit' }, "the name 'kit': use 6 to 50 letters"],
  [{ capacity: 3 }, 'Premium with a capacity of 3: use one of 1, 2, 4'],
  [{ sku: 'Standard', capacity: 41 }, 'Standard with a capacity of 41: use 1 to 40'],
  [{ maximumThroughputUnits: 10 }, 'auto-inflate on premium'],
  [{ sku: 'Standard', capacity: 4, maximumThroughputUnits: 4 }, 'a maximum of 4 throughput units from 4: use 5 to 40'],
  [{ sku: 'Standard', maximumThroughputUnits: 41 }, 'a maximum of 41 throughput units from 1'],
  [{ sku: 'Standard', customerManagedKey: key }, 'a key of your own on standard'],
  [{ sku: 'Standard', geoDataReplication: { locationName: 'northeurope' } }, 'geo-replication on standard'],
  [{ networkRulesets: { ipMasks: ['203.0.113.7'] } }, 'network rules on a namespace without public network access'],
  [
    { publicNetworkAccessEnabled: true, networkRulesets: { trustedServiceAccessEnabled: true } },
    'network rules without an address or a subnet let everybody in',
  ],
  [
    { publicNetworkAccessEnabled: true, networkRulesets: { ipMasks: ['203.0.113.0/33'] } },
    "'203.0.113.0/33': write an IPv4 address",
  ],
])('%j is refused when it is synthesized', (props, message) => {
  expect(() => made(props)).toThrow(message);
});

test('what Azure or a promotion changes is left as it is, and the namespace protected all the same', () => {
  const lifecycle = (props: Partial<EventHubsNamespaceProps>) =>
    made(props).get('azurerm_eventhub_namespace.it')?.lifecycle;
  const geoDataReplication = { locationName: 'northeurope' };
  expect(lifecycle({ geoDataReplication })).toEqual({ prevent_destroy: true, ignore_changes: ['location'] });
  expect(lifecycle({ geoDataReplication, preventDestroy: false })).toEqual({ ignore_changes: ['location'] });
  expect(lifecycle({ preventDestroy: false })).toBeUndefined();
});

test('what is put on all of a namespace comes before what azurerm does not know of it', () => {
  const resources = made({ customerManagedKey: key, geoDataReplication: { locationName: 'northeurope' } });
  expect(resources.get('azapi_update_resource.it_northeurope')?.depends_on).toEqual([
    'azurerm_eventhub_namespace_customer_managed_key.it',
  ]);
});

test('what changes a namespace does so one after the other: its key, its endpoint, its second region', () => {
  const geoDataReplication = { locationName: 'northeurope' };
  const resources = made({ customerManagedKey: key, privateEndpoint: endpoint, geoDataReplication });
  const encrypted = 'azurerm_eventhub_namespace_customer_managed_key.it';
  expect(resources.get('azurerm_private_endpoint.it')?.depends_on).toEqual([encrypted]);
  expect(resources.get('azapi_update_resource.it_northeurope')?.depends_on).toEqual([
    encrypted,
    'azurerm_private_endpoint.it',
  ]);
});

test('a private endpoint comes before the pairing, which would refuse it', () => {
  const disasterRecovery = { alias: 'kit-alias', partnerNamespaceId: '/namespaces/m' };
  const address = 'azurerm_eventhub_namespace_disaster_recovery_config.it';
  expect(made({ disasterRecovery, privateEndpoint: endpoint }).get(address)?.depends_on).toEqual([
    'azurerm_private_endpoint.it',
  ]);
  expect(made({ disasterRecovery }).get(address)).not.toHaveProperty('depends_on');
});

test('a namespace in a dedicated cluster has the logs, the key and the second region of premium', () => {
  const resources = made({
    dedicatedClusterId: '/clusters/c',
    customerManagedKey: key,
    geoDataReplication: { locationName: 'northeurope', clusterArmId: '/clusters/d' },
    diagnostics: { logAnalyticsWorkspaceId: '/workspaces/logs' },
  });
  expect(JSON.stringify(resources.get('azurerm_monitor_diagnostic_setting.it'))).toContain('RuntimeAuditLogs');
  expect(resources.get('azapi_update_resource.it_northeurope')?.body).toMatchObject({
    properties: {
      geoDataReplication: { locations: [{ clusterArmId: '/clusters/c' }, { clusterArmId: '/clusters/d' }] },
    },
  });
});

test.each([
  ['203.0.113.7', true],
  ['203.0.113.0/24', true],
  ['10.0.0.0/8', true],
  ['203.0.113.7/24', false],
  ['0.0.0.0/0', false],
  ['203.0.113', false],
  ['203.0.113.256', false],
  ['2001:db8::/32', false],
])('%s as a range of addresses is taken: %s', (mask, taken) => {
  expect(isIpMask(mask)).toBe(taken);
});
