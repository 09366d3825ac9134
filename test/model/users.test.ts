import {
  begun,
  credentialAges,
  delivered,
  ended,
  noRotations,
  type Rotations,
  stepBefore,
} from '../../model/rotations';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const description = changed<Description>(small, { 'secrets.users': 'two', 'secrets.lasts': '90d' });
const after = (rotations: Rotations, said = description) => {
  const resolved = resolve(said, { rotations });
  const principal = resolved.shards
    .flatMap(({ principals }) => principals)
    .find(({ application }) => application.name === 'shop');
  if (!principal) throw new Error('shop is nobody');
  return { resolved, principal };
};
const accepted = (rotations: Rotations) =>
  after(rotations).principal.users.map(({ name, credential }) => `${name} ${credential?.version}`);
const shop = after(noRotations).principal.application;
const begin = (rotations: Rotations, version: number) =>
  begun(rotations, shop, { version, today: '2026-11-21', users: 'two' });
const introduced = begin(noRotations, 1);

test('to have two users changes nothing before the first rotation', () => {
  const one = resolve(small).shards;
  const two = resolve(changed<Description>(small, { 'secrets.users': 'two' })).shards;
  expect(two.map(({ principals }) => principals.map(({ users }) => users))).toEqual(
    one.map(({ principals }) => principals.map(({ users }) => users)),
  );
});

test('a rotation introduces the other user, delivers it, and takes the one before away; the next one comes back to it', () => {
  expect(accepted(noRotations)).toEqual(['shop 1']);
  expect(accepted(introduced)).toEqual(['shop 1', 'shop--2 2']);
  const given = delivered(introduced, 'shop');
  expect(accepted(given)).toEqual(['shop--2 2', 'shop 1']);
  const done = ended(given, 'shop');
  expect(accepted(done)).toEqual(['shop--2 2']);
  const next = begin(done, 2);
  expect(accepted(next)).toEqual(['shop--2 2', 'shop 3']);
  expect(accepted(ended(delivered(next, 'shop'), 'shop'))).toEqual(['shop 3']);
});

test('what clients are given is the user before until the new one is delivered', () => {
  const userOf = (rotations: Rotations) => {
    const { resolved, principal } = after(rotations);
    const connection = resolved.connections.find(({ application }) => application === 'shop');
    return [principal.application.user, connection?.username, connection?.credential?.name];
  };
  expect(userOf(introduced)).toEqual([undefined, undefined, 'main/shop']);
  expect(userOf(delivered(introduced, 'shop'))).toEqual(['shop--2', 'shop--2', 'main/shop--2']);
});

test('both users may do the same, and access lists both', () => {
  const { resolved, principal } = after(introduced);
  const [before, next] = principal.users;
  const without = (permissions: typeof before.permissions = []) => permissions.map(({ principal: _, ...rest }) => rest);
  expect(without(next?.permissions)).toEqual(without(before.permissions));
  expect(before.permissions.length).toBeGreaterThan(0);
  const principals = resolved.permissions.filter(({ application }) => application === 'shop');
  expect(new Set(principals.map((permission) => permission.principal))).toEqual(new Set(['User:shop', 'User:shop--2']));
});

test('a version that was counted by hand, and taken over, stays with its user when it is rotated in two steps from then on', () => {
  const said = changed<Description>(description, { 'secrets.versions': { shop: 4 } });
  const versions = (rotations: Rotations, by = description) =>
    after(rotations, by).principal.users.map(({ name, credential }) => `${name} ${credential?.version}`);
  const taken = { applications: { shop: { version: 4, since: '2026-11-01' } } };
  expect(versions(noRotations, said)).toEqual(['shop 4']);
  expect(versions(taken)).toEqual(['shop 4']);
  expect(versions(begin(taken, 4))).toEqual(['shop 4', 'shop--2 5']);
  expect(() => after(taken, said)).toThrow('KFK-X045 secrets.versions.shop');
});

test('one step before is where a step that was cut off came from', () => {
  const given = delivered(introduced, 'shop');
  const done = ended(given, 'shop');
  const next = begin(done, 2);
  for (const [one, other] of [
    [introduced, noRotations],
    [given, introduced],
    [done, given],
    [next, done],
    [noRotations, noRotations],
  ] as const)
    expect(accepted(stepBefore(one, shop))).toEqual(accepted(other));
  const known = { applications: { shop: { version: 1, since: '2026-11-01' } } };
  expect(stepBefore(begin(known, 1), shop)).toEqual(known);
});

test('with one user the next version takes the place of the one before', () => {
  const next = begun(noRotations, shop, { version: 1, today: '2026-11-21', users: 'one' });
  expect(next).toEqual({ applications: { shop: { version: 2, since: '2026-11-21' } } });
  expect(accepted(next)).toEqual(['shop 2']);
});

test('an age is counted from the day of the last rotation; one that nobody recorded is overdue', () => {
  const { resolved } = after(delivered(introduced, 'shop'));
  expect(credentialAges(resolved, '2027-02-20')).toEqual([
    { application: 'billing', version: 1, since: undefined, due: undefined, overdue: true, overlap: undefined },
    { application: 'shop', version: 2, since: '2026-11-21', due: '2027-02-19', overdue: true, overlap: 'delivered' },
  ]);
  expect(credentialAges(resolved, '2027-02-19')[1]).toMatchObject({ overdue: false });
});
