import { roleGrants } from '../../../backends/event-hubs/access';
import { eventHubs } from '../../../backends/event-hubs/description';
import type { Permission } from '../../../model/permissions';
import { permission } from '../../support/permission';

const granted = (...said: Partial<Permission>[]) =>
  roleGrants(said.map(permission)).map(({ role, on }) => ({ role, on }));
const hub = { hub: 'orders.created' };

test('who writes a topic sends to its hub and does not receive; who reads it receives and does not send', () => {
  expect(granted({ operation: 'Write' })).toEqual([{ role: 'Sender', on: hub }]);
  expect(granted({ operation: 'Read' })).toEqual([{ role: 'Receiver', on: hub }]);
});

test('groups and transactional ids have no roles, and the capabilities say so', () => {
  expect(
    granted(
      { resourceType: 'Group', resourceName: 'shop', operation: 'Read' },
      { resourceType: 'TransactionalId', resourceName: 'shop-', patternType: 'Prefixed' },
    ),
  ).toEqual([]);
  for (const feature of ['group-permissions', 'prefixed-permissions'] as const)
    expect(eventHubs.capabilities[feature]).toHaveProperty('loses');
});

test('topics of a prefix need the whole namespace, once, and what flows ask for stays beside it', () => {
  const internal = (operation: Permission['operation']) =>
    ({ resourceName: 'shop-', patternType: 'Prefixed', operation }) as const;
  expect(
    granted(internal('Create'), internal('Delete'), internal('Read'), internal('Write'), { operation: 'Read' }),
  ).toEqual([
    { role: 'Owner', on: 'namespace' },
    { role: 'Receiver', on: hub },
  ]);
  expect(eventHubs.capabilities.streams).toMatchObject({
    support: 'preview',
    caveat: expect.stringContaining('Data Owner of the whole namespace'),
  });
});

test('a denial becomes no role', () => {
  expect(granted({ permission: 'Deny' })).toEqual([]);
});

test('each permission is found at the address of its role, or nowhere', () => {
  const address = (said: Partial<Permission>) => eventHubs.addresses.permission(permission(said), {} as never);
  expect(address({})).toBe('azurerm_role_assignment.shop_write_topic_orders_created');
  expect(address({ patternType: 'Prefixed', resourceName: 'shop-' })).toBe(
    'azurerm_role_assignment.shop_owns_namespace',
  );
  expect(address({ resourceType: 'Group' })).toBe('–');
});
