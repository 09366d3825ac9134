/** The same sentences on every back end with passwords of Kafka's own: nobody is refused while one is made anew. Synthesized: no broker is asked. */

import type { Inventory } from '../../model/inventory';
import { begun, delivered, ended, noRotations, type Rotations } from '../../model/rotations';
import { userOf } from '../../model/users';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { outputOf } from './case';
import { cases } from './cases';

const withPasswords = ['kafka', 'msk with passwords', 'strimzi'] as const;

describe.each(withPasswords)('on %s', (name) => {
  const { cluster, environment, allowed } = cases[name];
  const description = changed<Description>({ ...small, ...environment } as Description, {
    'clusters.main': cluster,
    'secrets.users': 'two',
    // The second of what the contract's clusters offer may be another one.
    'platform.applications.shop.authentication': 'scram-sha-512',
  });
  const outcome = (rotations: Rotations) => {
    const resolved = resolve(description, { rotations });
    return { resolved, output: outputOf(resolved.shards) };
  };
  const shop = outcome(noRotations).resolved.applications.get('shop');
  if (!shop) throw new Error('shop is nobody');
  const introduced = begun(noRotations, shop, { version: 1, today: '2026-11-21', users: 'two' });
  const given = delivered(introduced, 'shop');
  const done = ended(given, 'shop');
  const may = (rotations: Rotations, user: string) => [...allowed(outcome(rotations).output, user)].sort();
  const may1 = may(noRotations, 'shop');
  const withoutUser = (rotations: Rotations, user: string) =>
    [...outcome(rotations).output.objects.keys()].filter((address) => isOf(address, user));

  test('the other user may do exactly the same, before any client is given it', () => {
    expect(may1).toEqual(['Write Topic orders.created']);
    expect(may(introduced, 'shop')).toEqual(may1);
    expect(may(introduced, 'shop--2')).toEqual(may1);
    expect(outcome(introduced).resolved.connections.find(({ application }) => application === 'shop')?.username).toBe(
      undefined,
    );
  });

  test('both are let in while clients are given the new one', () => {
    expect(may(given, 'shop')).toEqual(may1);
    expect(may(given, 'shop--2')).toEqual(may1);
    expect(outcome(given).resolved.connections.find(({ application }) => application === 'shop')?.username).toBe(
      'shop--2',
    );
  });

  test('at its end the user before has neither a credential nor a permission', () => {
    expect(may(done, 'shop--2')).toEqual(may1);
    expect(may(done, 'shop')).toEqual([]);
    expect(withoutUser(done, 'shop')).toEqual([]);
    expect(withoutUser(given, 'shop').length).toBeGreaterThan(0);
  });

  test('every object of one user has the other’s form, and no other changes its address', () => {
    const all = (rotations: Rotations) => [...outcome(rotations).output.objects.keys()];
    const added = all(introduced).filter((address) => !all(noRotations).includes(address));
    expect(added).toEqual(all(introduced).filter((address) => isOf(address, 'shop--2')));
    expect(all(noRotations).filter((address) => !all(introduced).includes(address))).toEqual([]);
  });
});

describe('where a controller applies that may prune no user', () => {
  const { cluster } = cases.strimzi;
  const description = changed<Description>(small as Description, {
    'clusters.main': cluster,
    'secrets.users': 'two',
    'kubernetes.applicationNamespace': 'applications',
    'gitops.controller': 'flux',
    'gitops.repository': 'https://git.example.com/platform.git',
  });
  const here = { cluster: 'main', shard: 'orders' };
  const bill = { applications: { bill: { version: 2, since: '2026-11-21', second: true } } } as const;
  const emptied = (rotations: Rotations, applications: Inventory['applications'], more: object = {}) => {
    const { shards } = resolve(changed<Description>(description, { ...more }), {
      rotations,
      inventory: { topics: {}, applications },
    });
    return {
      users: shards.flatMap(({ revoked, retired }) => [...revoked, ...retired]),
      recorded: Object.assign({}, ...shards.map(({ inventory }) => inventory.applications)),
    };
  };

  test('an application that left after a rotation leaves neither of its users behind', () => {
    const { users, recorded } = emptied(bill, { bill: here });
    expect(users).toEqual(['bill', 'bill--2']);
    expect(recorded['bill--2']).toEqual({ ...here, revoked: true });
    expect(emptied(noRotations, { bill: here }).users).toEqual(['bill']);
  });

  test('once both are recorded the second is emptied without the record of rotations, too', () => {
    const known = { bill: { ...here, revoked: true as const }, 'bill--2': { ...here, revoked: true as const } };
    expect(emptied(noRotations, known).users).toEqual(['bill', 'bill--2']);
  });

  test('one that signs in by something else leaves no user with a password behind', () => {
    const shop = { applications: { shop: { version: 2, since: '2026-11-21', second: true } } } as const;
    const signsIn = {
      'clusters.main.authentication': ['scram-sha-512', 'mtls'],
      'platform.applications.shop.authentication': 'mtls',
    };
    expect(emptied(shop, {}, signsIn).users).toEqual(['shop--2']);
    expect(emptied(shop, { 'shop--2': { ...here, revoked: true } }, signsIn).users).toEqual(['shop--2']);
  });

  test('a user that is let in again is emptied no longer', () => {
    const shop = { applications: { shop: { version: 2, since: '2026-11-21', second: true } } } as const;
    expect(emptied(shop, { 'shop--2': { ...here, revoked: true } }).users).toEqual(['shop']);
  });
});

/** Whether a resource or an object is one of a user's own: its credential, its quota, what it may do. */
const isOf = (address: string, user: string): boolean =>
  /^(kafka_user_scram_credential|kafka_acl|kafka_quota|aws_secretsmanager_secret|aws_secretsmanager_secret_version|aws_msk_single_scram_secret_association|KafkaUser)[./]/.test(
    address,
  ) && userOfAddress(address) === user;

const userOfAddress = (address: string): string => /[./]([a-z]+(?:--2)?)/.exec(address)?.[1] ?? '';

test('a resource of a second user is told from one of the first', () => {
  expect(userOf({ application: 'shop', principal: 'User:shop--2' })).toBe('shop--2');
  expect(userOf({ application: 'shop', principal: 'User:CN=shop' })).toBe('shop');
});

describe('on event-hubs with keys', () => {
  const { cluster, environment } = cases['event-hubs with keys'];
  const description = changed<Description>({ ...small, ...environment } as Description, {
    'clusters.main': cluster,
    'platform.applications.shop.authentication': 'sas',
  });
  const output = (rotations: Rotations) => outputOf(resolve(description, { rotations }).shards);
  const version = (count: number): Rotations => ({
    applications: { shop: { version: count, since: '2026-11-21', overlap: 'delivered' } },
  });

  test('a rule has two keys: odd versions are the first, even ones the second, and nothing else changes', () => {
    const strings = (rotations: Rotations) =>
      JSON.stringify(
        [...output(rotations).objects].find(([address]) => address === 'azurerm_key_vault_secret.shop_key'),
      );
    expect(strings(noRotations)).toContain('rimaryConnectionString');
    expect(strings(version(2))).toContain('econdaryConnectionString');
    expect(strings(version(2))).toContain('"value_wo_version":2');
    expect(strings(version(3))).toContain('rimaryConnectionString');
    expect([...output(version(2)).objects.keys()]).toEqual([...output(noRotations).objects.keys()]);
  });
});
