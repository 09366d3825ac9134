import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { resourcesOf } from '../../support/synthesize';
import { dataPlaneOf, on } from './data-plane';
import { namespace } from './namespace';

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
