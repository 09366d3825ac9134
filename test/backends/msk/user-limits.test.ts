import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { mskClusterWithPasswords } from './cluster';

const applications = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `shop-${index}`,
      { owner: 'orders', produces: { 'orders.created': {} } },
    ]),
  );

const told = (count: number, users: 'one' | 'two') =>
  compileDescription(
    changed<unknown>(small, {
      'clusters.main': mskClusterWithPasswords,
      'platform.applications': applications(count),
      'secrets.users': users,
    }),
  ).problems.some(({ code }) => code === 'KFK-L302');

test('of 1,000 users with passwords an application has two where two go by turns: all may be rotated at once', () => {
  expect([told(500, 'two'), told(501, 'two'), told(501, 'one')]).toEqual([false, true, false]);
});
