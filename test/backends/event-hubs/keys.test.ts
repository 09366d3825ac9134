import { eventHubsCluster } from '../../../backends/event-hubs/cluster';
import { eventHubsDataPlane } from '../../../backends/event-hubs/data-plane';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { dataPlaneOf, on } from './data-plane';

describe('a key', () => {
  const keyed = (changes: Readonly<Record<string, unknown>> = {}, settings: object = {}) =>
    [
      { authentication: ['entra-id', 'sas'], ...settings },
      {
        secrets: { store: 'key-vault', vault: 'kit', versions: { shop: 1 } },
        accepts: { sas: { reason: 'an old till', owner: 'orders', until: '2027-01-01' } },
        'platform.applications.shop.authentication': 'sas',
        ...changes,
      },
    ] as const;
  const output = dataPlaneOf(...keyed());
  const resources = resourcesOf(output);

  test('opens its hub to what the flows say and to nothing else', () => {
    expect(resources.get('azapi_resource.shop')).toEqual({
      type: 'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01',
      name: 'shop',
      parent_id: '${azurerm_eventhub.orders_created.id}',
      body: { properties: { rights: ['Send'] } },
    });
    const reads = dataPlaneOf(
      ...keyed({
        'platform.applications.shop': { owner: 'orders', consumes: { 'orders.created': {} }, authentication: 'sas' },
      }),
    );
    expect(resourcesOf(reads).get('azapi_resource.shop')?.body).toEqual({ properties: { rights: ['Listen'] } });
  });

  test('gives its application no role on data, and leaves others theirs', () => {
    const roles = [...resources].filter(([, { role_definition_name: role }]) => String(role).includes('Data'));
    expect(roles.map(([address]) => address).filter((address) => address.includes('.shop_'))).toEqual([]);
    expect(roles.map(([address]) => address)).toContain('azurerm_role_assignment.billing_read_topic_orders_created');
  });

  test('is in the Key Vault, where its application alone may read it, and in no other resource and no state', () => {
    expect(resources.get('azurerm_key_vault_secret.shop_key')).toMatchObject({
      name: 'test-main-shop',
      value_wo: '${ephemeral.azapi_resource_action.shop.output.primaryConnectionString}',
      value_wo_version: 1,
    });
    expect(resources.get('azurerm_role_assignment.shop_reads_key')).toMatchObject({
      scope: '${azurerm_key_vault_secret.shop_key.resource_versionless_id}',
      role_definition_name: 'Key Vault Secrets User',
      principal_id: '${azurerm_user_assigned_identity.shop.principal_id}',
    });
    const elsewhere = [...resources].flatMap(([address, attributes]) =>
      Object.entries(attributes)
        .filter(([name, value]) => name !== 'value_wo' && JSON.stringify(value).includes('onnectionString'))
        .map(([name]) => `${address}.${name}`),
    );
    expect(elsewhere).toEqual([]);
    expect([...resources.keys()].filter((address) => address.includes('authorization_rule'))).toEqual([]);
  });

  test('is exchanged for the other one of its rule at each rotation', () => {
    const rotated = (version: number) =>
      resourcesOf(
        dataPlaneOf(...keyed({ secrets: { store: 'key-vault', vault: 'kit', versions: { shop: version } } })),
      ).get('azurerm_key_vault_secret.shop_key');
    expect(rotated(2)).toMatchObject({
      value_wo_version: 2,
      value_wo: expect.stringContaining('.secondaryConnection'),
    });
    expect(rotated(3)).toMatchObject({ value_wo_version: 3, value_wo: expect.stringContaining('.primaryConnection') });
  });

  test('is told to be where it is, with the user name that stands for a connection string', () => {
    const [billing, shop] = on(...keyed()).connections;
    expect(shop).toMatchObject({
      mechanism: 'PLAIN',
      username: '$ConnectionString',
      credential: { store: 'key-vault', name: 'test-main-shop', key: 'password', version: 1 },
      delivered: { store: 'key-vault', vault: 'kit', name: 'test-main--shop' },
    });
    expect(billing).toMatchObject({ mechanism: 'OAUTHBEARER', username: undefined, credential: undefined });
  });

  test('names the alias, as the address does, where the namespace is paired', () => {
    const disasterRecovery = {
      alias: 'kit-alias',
      partner: '/subscriptions/s/resourceGroups/g/providers/Microsoft.EventHub/namespaces/kit-orders-north',
    };
    const paired = resourcesOf(dataPlaneOf(...keyed({}, { disasterRecovery })));
    expect(paired.get('azurerm_key_vault_secret.shop_key')?.value_wo).toContain('.aliasPrimaryConnectionString');
    expect(paired.get('azurerm_key_vault_secret.shop')?.value).toContain('"kit-alias.servicebus.windows.net:9093"');
    expect(resources.get('azurerm_key_vault_secret.shop')?.value).toContain('"kit-orders.servicebus.windows.net:9093"');
  });

  test('asks for nothing when it is applied: Event Hubs makes it', () => {
    for (const shard of on(...keyed()).shards) expect(eventHubsDataPlane.variables(shard)).toEqual([]);
    expect(output.variable).toBeUndefined();
  });

  test('brings azapi into the stack, which others do without', () => {
    expect(Object.keys(output.provider ?? {})).toEqual(['azapi', 'azurerm']);
    expect(Object.keys(dataPlaneOf({}).provider ?? {})).toEqual(['azurerm']);
  });

  test('is an address that explain names', () => {
    const { clusters, permissions, applications } = on(...keyed());
    const addressOf = (name: string) =>
      permissions
        .filter(({ application, resourceType }) => application === name && resourceType === 'Topic')
        .map((permission) => clusters.get('main')?.addresses.permission(permission, applications.get(name) as never));
    expect(addressOf('shop')).toEqual(['azapi_resource.shop']);
    for (const address of addressOf('billing')) expect(resources.has(address ?? '')).toBe(true);
  });

  test('makes keys count where a namespace offers them, and only there', () => {
    const local = (settings: object, changes = {}) => {
      const { clusters, environment } = on(settings, changes);
      const output = synthesized((stack) => {
        for (const cluster of clusters.values()) eventHubsCluster.place(stack, cluster, environment);
      });
      return resourcesOf(output).get('azurerm_eventhub_namespace.main')?.local_authentication_enabled;
    };
    expect(local(...keyed())).toBe(true);
    expect(local({})).toBe(false);
  });
});
