import { eventHubsCluster } from '../../../backends/event-hubs/cluster';
import { eventHubsDataPlane } from '../../../backends/event-hubs/data-plane';
import { networkLinkName } from '../../../render/event-hubs/allowed';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { clusterOf, dedicated, on, outputOf, standard } from './cluster';
import { dedicatedClusterId, logs, namespace, otherNamespaceId, ownKey, virtualNetwork } from './namespace';

const subscription = `/subscriptions/\${data.azurerm_client_config.main.subscription_id}`;

test('what the description names of its own is made first, in the resource group that is made', () => {
  const made = clusterOf({
    ...dedicated,
    encryption: { key: ownKey.key },
    archive: { storageAccount: 'kitlogs' },
    privateDnsZone: { networks: [virtualNetwork] },
  });
  const groups = [...made].flatMap(([address, { resource_group_name: group }]) => (group ? [[address, group]] : []));
  expect(groups.map(([address]) => address)).toEqual([
    'azurerm_eventhub_cluster.main',
    'azurerm_eventhub_namespace.main',
    'azurerm_private_dns_zone.main',
    'azurerm_private_endpoint.main',
    'azurerm_storage_account.main_logs',
    'azurerm_user_assigned_identity.main_encryption',
  ]);
  for (const [address, group] of groups)
    expect([address, group]).toEqual([
      address,
      expect.stringMatching(/^\$\{azurerm_(resource_group|eventhub_namespace)\.main\.(name|resource_group_name)\}$/),
    ]);
});

test.each<[object, object, string]>([
  [{}, {}, 'kafka'],
  [{ vaultResourceGroup: 'vaults' }, {}, 'vaults'],
  [{ vaultResourceGroup: 'vaults' }, { resourceGroup: 'keys' }, 'keys'],
])('the identity of a key has its role on exactly that key: %j %j', (settings, key, group) => {
  const made = clusterOf({ ...settings, encryption: { key: `${ownKey.key}/${'0'.repeat(32)}`, ...key } });
  expect(made.get('azurerm_role_assignment.main_encryption')).toMatchObject({
    role_definition_name: 'Key Vault Crypto Service Encryption User',
    scope: `${subscription}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/kit/keys/event-hubs`,
  });
});

test('keys open a namespace only where the description says that some application has one', () => {
  const local = (settings: object) =>
    clusterOf(settings, { accepts: { sas: { reason: 'a program of old', owner: 'orders', until: '2027-01-01' } } }).get(
      'azurerm_eventhub_namespace.main',
    )?.local_authentication_enabled;
  expect(local({})).toBe(false);
  expect(local({ authentication: ['entra-id', 'sas'] })).toBe(true);
});

test('two networks of one name in two groups have a link each, which stays when a third one comes', () => {
  const other = virtualNetwork.replace('/network/', '/other/');
  const links = (networks: readonly string[]) =>
    [...clusterOf({ privateDnsZone: { networks } })].flatMap(([address, { name }]) =>
      address.includes('virtual_network_link') ? [String(name)] : [],
    );
  const [first, second] = [links([virtualNetwork]), links([other])];
  expect([...first, ...second]).toEqual([
    expect.stringMatching(/^v-[0-9a-f]{8}$/),
    expect.stringMatching(/^v-[0-9a-f]{8}$/),
  ]);
  expect(links([other, virtualNetwork]).sort()).toEqual([...first, ...second].sort());
  expect(new Set([...first, ...second]).size).toBe(2);
  expect(networkLinkName(`${virtualNetwork}${'v'.repeat(63)}`).length).toBeLessThanOrEqual(80);
});

test('only a cluster that is replicated needs a second provider', () => {
  const providers = (settings: object) => Object.keys(outputOf(settings).provider ?? {}).sort();
  expect(providers({})).toEqual(['azurerm']);
  expect(providers({ geoReplication: { location: 'northeurope' } })).toEqual(['azapi', 'azurerm']);
});

test('everything that takes tags has those of the environment', () => {
  const made = clusterOf(
    {
      ...dedicated,
      encryption: { key: ownKey.key },
      archive: { storageAccount: 'kitlogs' },
      privateDnsZone: { networks: [virtualNetwork] },
      geoReplication: { location: 'northeurope', cluster: dedicatedClusterId, subnet: namespace.subnet },
    },
    { tags: { 'cost-center': '42' } },
  );
  const untagged = [...made].filter(([, { tags }]) => tags === undefined).map(([address]) => address);
  expect(untagged).toEqual([
    'azapi_update_resource.main_northeurope',
    'azurerm_eventhub_namespace_customer_managed_key.main',
    'azurerm_monitor_diagnostic_setting.main',
    'azurerm_role_assignment.main_encryption',
  ]);
  expect(made.get('azurerm_storage_account.main_logs')?.tags).toMatchObject({ 'cost-center': '42', cluster: 'main' });
});

test('clients of a pairing reach it by the alias, and ask for a token of it', () => {
  const { clusters } = on({ ...standard, disasterRecovery: { alias: 'kit-orders-alias', partner: otherNamespaceId } });
  expect(JSON.stringify(clusters.get('main')?.clientSettings)).toContain('https://kit-orders-alias.servicebus');
  expect(JSON.stringify(on({}).clusters.get('main')?.clientSettings)).toContain('https://kit-orders.servicebus');
});

test('the connection of an application is the alias of a pairing, too', () => {
  const { shards } = on(
    { ...standard, disasterRecovery: { alias: 'kit-orders-alias', partner: otherNamespaceId } },
    { secrets: { vault: 'kit' } },
  );
  const output = synthesized((stack) => {
    for (const shard of shards) eventHubsDataPlane.place(stack, shard);
  });
  expect(resourcesOf(output).get('azurerm_key_vault_secret.shop')?.value).toContain(
    '"bootstrap-servers" = "kit-orders-alias.servicebus.windows.net:9093"',
  );
});

test('a schema group and the second endpoint come after everything that changes the namespace itself', () => {
  const made = clusterOf({
    encryption: ownKey,
    geoReplication: { location: 'northeurope', subnet: namespace.subnet },
    schemaGroups: { orders: {} },
  });
  const settled = [
    'azurerm_eventhub_namespace_customer_managed_key.main',
    'azurerm_private_endpoint.main',
    'azapi_update_resource.main_northeurope',
  ];
  expect(made.get('azurerm_private_endpoint.main_secondary')?.depends_on).toEqual(settled);
  expect(made.get('azurerm_eventhub_namespace_schema_group.orders')?.depends_on).toEqual(settled);
});

test('the second endpoint of a namespace with a long name has one that Azure takes, and of its own', () => {
  const nameOf = (name: string) =>
    clusterOf({
      namespace: name,
      location: 'australiaeast',
      geoReplication: { location: 'australiasoutheast', subnet: namespace.subnet },
    }).get('azurerm_private_endpoint.main_secondary')?.name as string;
  const long = 'n'.repeat(49);
  expect(nameOf('kit-orders')).toBe('kit-orders-australiasoutheast');
  expect(nameOf(`${long}a`)).toMatch(/^n{36}-[0-9a-f]{8}-australiasoutheast$/);
  expect(nameOf(`${long}a`)).not.toBe(nameOf(`${long}b`));
});

test('every stack of a namespace deploys to its subscription, whatever the shell says', () => {
  const settings = {
    subscription: '11111111-1111-1111-1111-111111111111',
    geoReplication: { location: 'northeurope' },
  };
  const { provider } = outputOf(settings);
  const providers = synthesized((stack) => {
    for (const shard of on(settings).shards) eventHubsDataPlane.place(stack, shard);
  }).provider;
  const pinned = expect.objectContaining({ subscription_id: settings.subscription });
  expect(provider).toEqual({ azurerm: [pinned], azapi: [pinned] });
  expect(providers).toEqual({ azurerm: [pinned] });
  expect(outputOf({}).provider?.azurerm).toEqual([expect.not.objectContaining({ subscription_id: expect.anything() })]);
});

test('limits count the units of a dedicated cluster that is made', () => {
  expect(on(dedicated).clusters.get('main')?.units).toBe(2);
  expect(on({ tier: 'dedicated', units: 4, dedicatedCluster: dedicatedClusterId }).clusters.get('main')?.units).toBe(4);
});

test('a cluster that exists already is only found', () => {
  expect(on({ existing: true, subnet: undefined }).clusters.get('main')?.life).toBe('existing');
});

test('what bears data, and nothing else, is refused to any plan that deletes it', () => {
  const everything = clusterOf({
    ...dedicated,
    logs,
    archive: { storageAccount: 'kitlogs' },
    encryption: { key: ownKey.key },
    privateDnsZone: { networks: [virtualNetwork] },
    deleteLock: true,
  });
  for (const [address, { lifecycle = {} }] of everything)
    expect([address, 'prevent_destroy' in Object(lifecycle)]).toEqual([
      address,
      eventHubsCluster.dataBearing.has(address.split('.')[0] ?? ''),
    ]);
});
