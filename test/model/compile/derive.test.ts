import type { Inventory } from '../../../model/inventory';
import type { Resolved } from '../../../model/resolved';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const described: Description = {
  ...small,
  platform: {
    owners: { orders: { contact: 'orders@example.com' }, finance: { contact: 'finance@example.com' } },
    topics: { 'orders.created': { owner: 'orders' }, 'orders.paid': { owner: 'finance' } },
    applications: {
      shop: { owner: 'orders', produces: { 'orders.created': {} } },
      billing: {
        owner: 'finance',
        consumes: { 'orders.created': { deadLetter: {} } },
        produces: { 'orders.paid': {} },
      },
    },
  },
};
const contents = ({ shards }: Resolved) =>
  Object.fromEntries(
    shards.map(({ name, topics, principals }) => [
      name,
      [...topics.map((topic) => topic.name), ...principals.map(({ application }) => application.name)],
    ]),
  );
const owned = (owner: string): Description => ({
  ...described,
  overrides: { topics: { 'orders.created': { owner } }, applications: { shop: { owner } } },
});
const known: Inventory = {
  topics: { 'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
  applications: { shop: { cluster: 'main', shard: 'orders' } },
};

describe('a shard', () => {
  test('is what one owner has on a cluster: topics with its own, permissions with the application', () => {
    expect(contents(resolve(described))).toEqual({
      'test-main-finance': ['orders.created.billing.dlq', 'orders.paid', 'billing'],
      'test-main-orders': ['orders.created', 'shop'],
    });
  });

  test('holds each permission of its applications, and none of others', () => {
    const { shards, permissions } = resolve(described);
    for (const { principals } of shards)
      for (const { application, permissions: own } of principals)
        expect(own).toEqual(permissions.filter((permission) => permission.application === application.name));
  });

  test('keeps its key when the owner changes and the inventory knows it', () => {
    expect(contents(resolve(owned('finance'), { inventory: known }))['test-main-orders']).toEqual([
      'orders.created',
      'shop',
    ]);
  });

  test('is named after the new owner when nothing was ever applied', () => {
    expect(Object.keys(contents(resolve(owned('finance'))))).toEqual(['test-main-finance']);
  });

  test('stays, empty, while the inventory knows it: what it applied must be taken back', () => {
    const inventory: Inventory = { topics: {}, applications: { gone: { cluster: 'main', shard: 'old-team' } } };
    expect(contents(resolve(described, { inventory }))['test-main-old-team']).toEqual([]);
  });

  test('of a cluster that is no longer described is not made', () => {
    const inventory: Inventory = { topics: {}, applications: { gone: { cluster: 'old', shard: 'orders' } } };
    expect(Object.keys(contents(resolve(described, { inventory })))).not.toContain('test-old-orders');
  });

  test('follows an application to another cluster, under its present owner', () => {
    const two = { ...owned('finance'), clusters: { main: { backend: 'kafka' }, other: { backend: 'kafka' } } } as const;
    const inventory: Inventory = { topics: {}, applications: { shop: { cluster: 'other', shard: 'orders' } } };
    const placed = changed<Description>(two, {
      'platform.topics[orders.created].cluster': 'main',
      'platform.topics[orders.paid].cluster': 'main',
      'platform.applications.billing.cluster': 'main',
      'overrides.applications.shop': { owner: 'finance', cluster: 'main' },
    });
    expect(contents(resolve(placed, { inventory }))).toMatchObject({
      'test-other-orders': [],
      'test-main-finance': expect.arrayContaining(['shop']),
    });
  });
});

describe('a topic that goes', () => {
  const removed = { reason: 'nobody reads it', until: '2027-01-01', data: 'keep' } as const;
  const going: Description = {
    ...described,
    platform: {
      ...described.platform,
      topics: { ...described.platform.topics, 'orders.old': { owner: 'orders', removed } },
    },
  };
  const resolved = resolve(going);
  const shard = resolved.shards.find(({ key }) => key === 'orders');

  test('is a removal of its shard and no topic any more', () => {
    expect(shard?.removals.map(({ name }) => name)).toEqual(['orders.old']);
    expect(shard?.topics.map(({ name }) => name)).toEqual(['orders.created']);
    expect(resolved.topics.has('orders.old')).toBe(false);
  });

  test('has what it had when it was recorded: its last entry says only that it goes', () => {
    const had = {
      cluster: 'main',
      shard: 'orders',
      partitions: 24,
      replicationFactor: 1,
      cleanup: 'compact',
      retention: 1_209_600_000,
      retentionSize: 5,
    };
    const removalOf = (inventory: Inventory) =>
      resolve(going, { inventory }).shards.flatMap(({ removals }) => removals);
    const { cluster, shard: _, ...kept } = had;
    expect(removalOf({ topics: { 'orders.old': had }, applications: {} })).toMatchObject([
      { cluster, ...kept, owner: 'orders' },
    ]);
    const early = { cluster: 'main', shard: 'orders', partitions: 24, cleanup: 'delete' };
    expect(removalOf({ topics: { 'orders.old': early }, applications: {} })).toMatchObject([
      { partitions: 24, retention: 604_800_000, retentionSize: -1 },
    ]);
  });

  test('is forgotten by the inventory once its shard is applied', () => {
    expect(Object.keys(shard?.inventory.topics ?? {})).toEqual(['orders.created']);
  });
});

describe('a credential', () => {
  const credentialOf = (more: object) =>
    resolve({ ...described, ...more } as Description)
      .shards.flatMap(({ principals }) => principals)
      .find(({ application }) => application.name === 'shop')?.credential;

  test('is named after its cluster and application, and is a password in its first version', () => {
    expect(credentialOf({})).toEqual({ store: 'files', name: 'main/shop', key: 'password', version: 1 });
  });

  test('has the version that the environment counts', () => {
    expect(credentialOf({ secrets: { store: 'files', versions: { shop: 3 } } })?.version).toBe(3);
  });

  test('is a certificate with mTLS', () => {
    expect(credentialOf({ clusters: { main: { backend: 'kafka', authentication: ['mtls'] } } })?.key).toBe(
      'certificate',
    );
  });
});
