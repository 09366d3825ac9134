import { eventHubsCluster } from '../../../backends/event-hubs/cluster';
import { eventHubsDataPlane } from '../../../backends/event-hubs/data-plane';
import type { ClusterInput } from '../../../index';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { namespace } from './namespace';

const on = (settings: object, changes: Readonly<Record<string, unknown>> = {}) => {
  const cluster = { ...namespace, ...settings } as ClusterInput;
  return resolve(changed<Description>(small, { 'clusters.main': cluster, ...changes }));
};
const dataPlaneOf = (settings: object, changes: Readonly<Record<string, unknown>> = {}) =>
  synthesized((stack) => {
    for (const shard of on(settings, changes).shards) eventHubsDataPlane.place(stack, shard);
  });
const namespaceId =
  '/subscriptions/${data.azurerm_client_config.main.subscription_id}/resourceGroups/kafka/providers/Microsoft.EventHub/namespaces/kit-orders';

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

describe('an identity', () => {
  test('is that of a service account where the issuer of its tokens is said, in the namespace where the application runs', () => {
    const output = dataPlaneOf(
      { identities: { issuer: 'https://issuer.example.com/1/', namespace: 'kafka-users' } },
      { 'platform.applications.shop.namespace': 'shops' },
    );
    const federated = (name: string) => resourcesOf(output).get(`azurerm_federated_identity_credential.${name}`);
    expect(federated('shop')).toEqual({
      name: 'kubernetes',
      user_assigned_identity_id: '${azurerm_user_assigned_identity.shop.id}',
      issuer: 'https://issuer.example.com/1/',
      subject: 'system:serviceaccount:shops:shop',
      audience: ['api://AzureADTokenExchange'],
    });
    expect(federated('billing')?.subject).toBe('system:serviceaccount:kafka-users:billing');
    expect([...resourcesOf(dataPlaneOf({})).keys()].join()).not.toContain('federated');
  });

  test('is in the namespace that its environment keeps for applications, where nothing else is said', () => {
    const subject = (changes: object) =>
      resourcesOf(dataPlaneOf({ identities: { issuer: 'https://issuer.example.com/1/' } }, { ...changes })).get(
        'azurerm_federated_identity_credential.shop',
      )?.subject;
    expect(subject({ kubernetes: { applicationNamespace: 'shops' } })).toBe('system:serviceaccount:shops:shop');
    expect(subject({})).toBe('system:serviceaccount:default:shop');
  });

  test('that exists is found and gets the roles, and is neither made nor federated', () => {
    const output = dataPlaneOf({
      identities: { issuer: 'https://issuer.example.com/1/', existing: { shop: { name: 'shop-prod' } } },
    });
    const resources = resourcesOf(output);
    expect(output).toHaveProperty('data.azurerm_user_assigned_identity.shop.resource_group_name', 'kafka');
    expect(resources.get('azurerm_role_assignment.shop_write_topic_orders_created')?.principal_id).toBe(
      '${data.azurerm_user_assigned_identity.shop.principal_id}',
    );
    expect([...resources.keys()].filter((address) => /identity.*\.shop$/.test(address))).toEqual([]);
    expect(resources.has('azurerm_user_assigned_identity.billing')).toBe(true);
  });
});

describe('a group of Entra ID', () => {
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const twin = { owner: 'orders', consumes: { 'orders.created': {} } };
  const twins = { 'platform.applications.twin-a': twin, 'platform.applications.twin-b': twin };
  const settings = { identities: { groups: { twins: { id, members: ['twin-b', 'twin-a'] } } } };

  test('has the roles of its members once, and each member an identity of its own', () => {
    const resources = resourcesOf(dataPlaneOf(settings, twins));
    const roles = [...resources].filter(([address]) => address.startsWith('azurerm_role_assignment.group--'));
    expect(roles).toEqual([
      [
        'azurerm_role_assignment.group--twins_read_topic_orders_created',
        expect.objectContaining({
          principal_id: id,
          principal_type: 'Group',
          description: 'clusters.main.identities.groups.twins',
        }),
      ],
    ]);
    expect([...resources.keys()].join()).not.toContain('azurerm_role_assignment.twin-a_read');
    expect(resources.has('azurerm_user_assigned_identity.twin-b')).toBe(true);
    expect(resources.get('azurerm_role_assignment.billing_read_topic_orders_created')).toMatchObject({
      principal_type: 'ServicePrincipal',
    });
  });

  test('has its roles in the stack of the hub, whoever joins it', () => {
    const rolesIn = (members: readonly string[]) => {
      const shards = on(
        { identities: { groups: { twins: { id, members } } } },
        {
          ...twins,
          'platform.owners': { ...small.platform?.owners, alpha: { contact: 'alpha@example.com' } },
          'platform.applications.alpha-reader': { ...twin, owner: 'alpha' },
        },
      ).shards;
      return shards.map(({ key, groupGrants }) => [
        key,
        groupGrants.map(({ group, permission }) => `${group} ${permission.operation} ${permission.resourceName}`),
      ]);
    };
    const before = rolesIn(['twin-b', 'twin-a']);
    expect(Object.fromEntries(before as [string, string[]][])).toMatchObject({
      orders: ['twins Read orders.created'],
      alpha: [],
    });
    expect(rolesIn(['alpha-reader', 'twin-b', 'twin-a'])).toEqual(before);
  });

  test('is where explain finds the permission of each member', () => {
    const { clusters, permissions, applications } = on(settings, twins);
    const addresses = permissions
      .filter(({ application, resourceType }) => application === 'twin-b' && resourceType === 'Topic')
      .map((permission) => clusters.get('main')?.addresses.permission(permission, applications.get('twin-b') as never));
    expect(addresses).toEqual(['azurerm_role_assignment.group--twins_read_topic_orders_created']);
  });

  test('counts once among the role assignments of a subscription', () => {
    const many = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`reader-${index}`, twin]));
    const told = (identities: object) =>
      compileDescription(
        changed<unknown>(small, {
          'clusters.main': { ...namespace, identities },
          'platform.applications': { ...small.platform.applications, ...many },
        }),
      )
        .problems.filter(({ code }) => ['KFK-L211', 'KFK-L250', 'KFK-K258'].includes(code))
        .map(({ code }) => code);
    expect(told({})).toEqual(['KFK-L211', 'KFK-L250', 'KFK-K258']);
    const members = Array.from({ length: 4000 }, (_, index) => `reader-${index}`);
    expect(told({ groups: { readers: { id, members } } })).toEqual([]);
  });
});

test('namespaces of an environment share the role assignments of its subscription', () => {
  const readers = (cluster: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${cluster}-${index}`,
        { owner: 'orders', cluster, consumes: { [`${cluster}.read`]: {} } },
      ]),
    );
  const told = (count: number, subscription?: string) => {
    const { problems } = compileDescription(
      changed<unknown>(small, {
        clusters: { main: namespace, second: { ...namespace, namespace: 'kit-second', subscription } },
        'platform.topics': {
          'main.read': { owner: 'orders', cluster: 'main' },
          'second.read': { owner: 'orders', cluster: 'second' },
        },
        'platform.applications': { ...readers('main', 2000), ...readers('second', count) },
      }),
    );
    return problems.filter(({ code }) => code === 'KFK-L211').map(({ path, problem }) => `${path}: ${problem}`);
  };
  expect(told(2000)).toEqual([]);
  expect(told(2001)).toEqual([expect.stringMatching(/^clusters\.main: 4001 role assignments/)]);
  expect(told(2001, '01234567-89ab-cdef-0123-456789abcdef')).toEqual([]);
});

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

describe('a quota', () => {
  const throttled = (changes: Readonly<Record<string, unknown>>, settings: object = {}) =>
    resourcesOf(dataPlaneOf(settings, changes)).get('azapi_resource.shop_quota');

  test('becomes an application group of the namespace, by the client id of the identity', () => {
    expect(throttled({ 'platform.applications.shop.quota': { produce: '2MB/s', consume: '1MiB/s' } })).toEqual({
      type: 'Microsoft.EventHub/namespaces/applicationGroups@2024-01-01',
      name: 'shop',
      parent_id: namespaceId,
      body: {
        properties: {
          clientAppGroupIdentifier: 'AADAppID=${azurerm_user_assigned_identity.shop.client_id}',
          isEnabled: true,
          policies: [
            {
              name: 'IncomingBytes',
              type: 'ThrottlingPolicy',
              metricId: 'IncomingBytes',
              rateLimitThreshold: 2_000_000,
            },
            {
              name: 'OutgoingBytes',
              type: 'ThrottlingPolicy',
              metricId: 'OutgoingBytes',
              rateLimitThreshold: 1_048_576,
            },
          ],
        },
      },
    });
    expect(throttled({})).toBeUndefined();
  });

  test('of an application with a key goes by the name of its rule', () => {
    const body = throttled(
      {
        secrets: { store: 'key-vault', vault: 'kit' },
        accepts: { sas: { reason: 'an old till', owner: 'orders', until: '2027-01-01' } },
        'platform.applications.shop.authentication': 'sas',
        'platform.applications.shop.quota': { produce: '2MB/s' },
      },
      { authentication: ['entra-id', 'sas'] },
    )?.body;
    expect(body).toMatchObject({ properties: { clientAppGroupIdentifier: 'EntitySASKeyName=shop' } });
  });

  test('is said to count otherwise than Kafka does, and standard has none', () => {
    const { translations } = on({}, { 'platform.applications.shop.quota': { produce: '2MB/s' } });
    expect(translations.find(({ feature }) => feature === 'user-quotas')).toMatchObject({
      loses: expect.stringContaining('on the whole namespace'),
      usedBy: ['applications.shop.quota'],
    });
    expect(() => on({ tier: 'standard' }, { 'platform.applications.shop.quota': { produce: '2MB/s' } })).toThrow(
      /KFK-C001 applications.shop.quota/,
    );
  });
});

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
