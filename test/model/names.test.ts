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
