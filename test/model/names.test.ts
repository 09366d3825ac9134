import { labelForm, passwordVariable, permissionId, terraformId } from '../../model/names';
import { changed } from '../support/change';
import { resolve, small } from '../support/describe';

describe('a Terraform identifier', () => {
  test.each([
    ['orders.created', 'orders_created'],
    ['orders-created_2', 'orders-created_2'],
    ['2026.orders', '__2026_orders'],
    ['-orders', '__-orders'],
    ['.orders', '_orders'],
  ])('of %s is %s', (name, id) => {
    expect(terraformId(name)).toBe(id);
  });

  test('of every permission begins with a letter, and no two share one', () => {
    const { permissions } = resolve(
      changed(small, {
        'platform.topics[2026.orders]': { owner: 'orders' },
        'platform.applications.shop.produces[2026.orders]': {},
        'platform.applications.shop.transactional': true,
        'platform.applications.counter': { owner: 'orders', streams: {}, consumes: { '2026.orders': {} } },
        // Names that read like addresses, and addresses that read like each other.
        'platform.topics[orders_from_10.0.0.7]': { owner: 'orders' },
        'platform.topics[orders]': { owner: 'orders' },
        'platform.applications.far': {
          owner: 'orders',
          produces: { orders: {}, 'orders_from_10.0.0.7': {} },
          hosts: ['10.0.0.7', '1:0:0:0:0:0:0:7', '10:0:0:0:0:0:0:7'],
          denies: [{ topic: 'orders', operations: ['Write'], hosts: ['10.0.0.8'] }],
        },
        'operators.oncall': { owner: 'orders', role: 'admin', denies: [{ topic: 'any', operations: ['Create'] }] },
      }),
    );
    const ids = permissions.map(permissionId);
    expect(ids.filter((id) => !/^[A-Za-z_][\w-]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('a variable is one that shells can export', () => {
  expect(passwordVariable('main-eu', 'order-service')).toBe('main_eu_password__order_service');
});

test.each(['order-service', 'a', 'a1', 'x'.repeat(63)])('%s is a label', (name) => {
  expect(name).toMatch(labelForm);
});

test.each(['', 'A', '1a', '-a', 'a-', 'a_b', 'a.b', 'a b', 'ä', 'x'.repeat(64), 'a\n'])('%j is no label', (name) => {
  expect(name).not.toMatch(labelForm);
});
