import {
  emptyInventory,
  type Inventory,
  inventoryAfter,
  inventoryAfterCluster,
  inventoryAhead,
} from '../../model/inventory';
import { changed } from '../support/change';
import { compileDescription, type Description, resolve, small } from '../support/describe';

const topic = (shard: string, cluster = 'main') => ({ cluster, shard, partitions: 3, cleanup: 'delete' });
const before: Inventory = {
  topics: { 'a.kept': topic('orders'), 'b.elsewhere': topic('payments'), 'c.other': topic('orders', 'other') },
  applications: { shop: { cluster: 'main', shard: 'orders' }, till: { cluster: 'main', shard: 'payments' } },
};
const applied = (inventory: Inventory) =>
  inventoryAfter(before, { key: 'orders', cluster: { name: 'main' }, inventory });

describe('after a shard is applied', () => {
  test('the inventory knows what it holds now, and no longer what it held', () => {
    const { topics, applications } = applied({ topics: { 'z.new': topic('orders') }, applications: {} });
    expect(Object.keys(topics)).toEqual(['b.elsewhere', 'c.other', 'z.new']);
    expect(Object.keys(applications)).toEqual(['till']);
  });

  test('it still knows other shards, and the same shard on other clusters', () => {
    expect(applied(emptyInventory).topics).toEqual({
      'b.elsewhere': topic('payments'),
      'c.other': topic('orders', 'other'),
    });
  });

  test('it is sorted, and what it was is left alone', () => {
    const had = structuredClone(before);
    expect(Object.keys(applied({ topics: { 'a.first': topic('orders') }, applications: {} }).topics)[0]).toBe(
      'a.first',
    );
    expect(before).toEqual(had);
  });
});

test('an inventory of everything applied is what the next description is judged by: nothing is wrong', () => {
  const { shards } = resolve(small);
  const inventory = shards.reduce(inventoryAfter, emptyInventory);
  expect(Object.keys(inventory.topics)).toEqual(['orders.created', 'orders.created.billing.dlq']);
  expect(resolve(small, { inventory }).shards).toEqual(shards);
});

describe('recorded before somebody else applies it', () => {
  const state = { backend: 's3', bucket: 'state', region: 'eu-west-1' };
  const team = {
    state,
    'platform.owners.guests': { contact: 'guests@example.com', page: 'guests-oncall' },
    'platform.topics[guests.seen]': { owner: 'guests' },
    'platform.applications.guest': { owner: 'guests', produces: { 'guests.seen': {} } },
  };
  const described = (changes: object) => changed<Description>(small, { ...team, ...changes });
  const recorded = (changes: object, known: Inventory = emptyInventory) =>
    inventoryAhead(known, resolve(described(changes), { inventory: known }).shards);
  const codes = (changes: object, inventory: Inventory) =>
    compileDescription(described(changes), { inventory }).problems.flatMap(({ code }) =>
      code.startsWith('KFK-I') ? [code] : [],
    );
  const going = {
    'platform.topics[guests.seen]': {
      owner: 'guests',
      removed: { reason: 'nobody reads it', until: '2027-01-01', data: 'keep' },
    },
    'platform.applications.guest': undefined,
  };
  const all = recorded({});

  test('it is what is described, and the same again changes nothing', () => {
    expect(Object.keys(all)).toEqual(['topics', 'applications']);
    expect(Object.keys(all.applications)).toEqual(['billing', 'guest', 'shop']);
    expect(recorded({}, all)).toEqual(all);
    expect(codes({}, all)).toEqual([]);
  });

  test('the stack of an application that left stays, so that its access is taken back, and again when it is recorded again', () => {
    const apart = { 'platform.topics[guests.seen].owner': 'orders' };
    const known = recorded(apart);
    const left = recorded({ ...apart, 'platform.applications.guest': undefined }, known);
    expect(left.applications).not.toHaveProperty('guest');
    expect(left.emptied).toEqual({ main: ['guests'] });
    const shardOf = (inventory: Inventory) =>
      resolve(described({ ...apart, 'platform.applications.guest': undefined }), { inventory }).shards.find(
        ({ key }) => key === 'guests',
      );
    expect(shardOf(left)).toMatchObject({ topics: [], principals: [] });
    expect(recorded({ ...apart, 'platform.applications.guest': undefined }, left)).toEqual(left);
    expect(recorded(apart, left)).toEqual(known);
  });

  test('a topic that is described to go stays in its stack, whoever owns it now, until the description forgets it', () => {
    const left = recorded({ ...going, 'platform.topics[guests.seen].owner': 'orders' }, all);
    expect(left.topics['guests.seen']).toEqual({ ...all.topics['guests.seen'], removed: true });
    const { shards } = resolve(described({ ...going, 'platform.topics[guests.seen].owner': 'orders' }), {
      inventory: left,
    });
    expect(shards.find(({ key }) => key === 'guests')?.removals.map(({ name }) => name)).toEqual(['guests.seen']);
    const forgotten = { ...going, 'platform.topics[guests.seen]': undefined };
    expect(codes(forgotten, left)).toEqual([]);
    expect(recorded(forgotten, left)).toMatchObject({ emptied: { main: ['guests'] } });
  });

  test('a topic that leaves without a word is a problem, and is not recorded away', () => {
    const forgotten = { ...going, 'platform.topics[guests.seen]': undefined };
    expect(codes(forgotten, all)).toEqual(['KFK-I001']);
  });

  test('once it is applied from here the emptied stack need not be known any more', () => {
    const known: Inventory = { ...emptyInventory, emptied: { main: ['guests', 'orders'] } };
    expect(inventoryAfter(known, { key: 'guests', cluster: { name: 'main' }, inventory: emptyInventory })).toEqual({
      ...emptyInventory,
      emptied: { main: ['orders'] },
    });
  });
});

describe('records that a description would lose', () => {
  const known = (more: object = {}): Inventory => ({
    topics: {
      'orders.created': { ...topic('orders'), retention: 604_800_000, retentionSize: -1, ...more },
    },
    applications: {},
  });
  const told = (inventory: Inventory, changes: Readonly<Record<string, unknown>>) =>
    compileDescription(changed<unknown>(small, changes), { inventory })
      .problems.filter(({ code }) => code === 'KFK-I007')
      .map(({ path, problem }) => `${path}: ${problem}`);
  const at = (field: string) => `platform.topics[orders.created].${field}`;
  const override = { overrides: { topics: { 'orders.created': { retention: '1h' } } } };

  test('by an override are told where it was written', () => {
    expect(told(known(), override)).toEqual([
      "overrides.topics['orders.created'].retention: 'test' has it with records that brokers would delete: retention.ms falls from 604800000 to 3600000",
    ]);
  });

  test('of a dead-letter topic are told at its consumer', () => {
    const failures = {
      'orders.created.billing.dlq': { ...topic('orders'), retention: 1_209_600_000, retentionSize: -1 },
    };
    const shorter = { 'platform.applications.billing.consumes[orders.created].deadLetter.retention': '1d' };
    expect(told({ topics: failures, applications: {} }, shorter)).toEqual([
      expect.stringMatching(
        /^applications\.billing\.consumes\['orders\.created'\]\.deadLetter: .* from 1209600000 to 86400000$/,
      ),
    ]);
  });

  test.each([
    ['unlimited before', known({ retention: -1 }), {}, 1],
    ['unlimited now', known(), { [at('retention')]: 'unlimited' }, 0],
    ['longer', known(), { [at('retention')]: '8d' }, 0],
    ['a size that comes', known(), { [at('retentionSize')]: '1GiB' }, 1],
    ['a size that goes', known({ retentionSize: 1024 }), {}, 0],
    [
      'a policy that gains delete',
      known({ cleanup: 'compact', retention: -1 }),
      { [at('cleanup')]: 'compact,delete' },
      1,
    ],
    ['recorded before retention was', { ...known(), topics: { 'orders.created': topic('orders') } }, override, 0],
    ['a disposable environment', known(), { ...override, disposable: true }, 0],
  ])('%s', (_, inventory, changes, problems) => {
    expect(told(inventory, changes)).toHaveLength(problems);
  });
});

describe('clusters', () => {
  const record = { backend: 'strimzi', version: '4.3.1', pools: {} };
  const newer = { ...record, version: '4.3.2' };

  test('are known once they are applied, sorted, and what was known of others stays', () => {
    const known = [
      { name: 'standby', record },
      { name: 'main', record },
      { name: 'main', record: newer },
    ].reduce(inventoryAfterCluster, before);
    expect(known).toEqual({ ...before, clusters: { main: newer, standby: record } });
    expect(Object.keys(known.clusters ?? {})).toEqual(['main', 'standby']);
  });

  test('of which nothing is recorded leave an inventory as it was', () => {
    expect(inventoryAfterCluster(before, { name: 'main' })).toBe(before);
    expect(inventoryAhead(emptyInventory, [], [{ name: 'main' }])).toEqual(emptyInventory);
  });

  test('stay known when a shard is applied, and are recorded ahead; one that left is known until its line is deleted', () => {
    const known: Inventory = { ...before, clusters: { gone: record, main: record } };
    expect(
      inventoryAfter(known, { key: 'orders', cluster: { name: 'main' }, inventory: emptyInventory }).clusters,
    ).toEqual(known.clusters);
    expect(inventoryAhead(known, [], [{ name: 'main', record: newer }]).clusters).toEqual({
      gone: record,
      main: newer,
    });
  });

  test('that were not recorded are told of where somebody else applies them', () => {
    const strimzi = {
      kubernetes: {},
      'clusters.main': { backend: 'strimzi' },
      overrides: undefined,
    };
    const { shards, clusters } = resolve(changed<Description>(small, strimzi));
    const lacks = (inventory: Inventory) =>
      compileDescription(changed<unknown>(small, strimzi), { inventory })
        .problems.filter(({ code }) => code === 'KFK-I006')
        .map(({ problem }) => problem);
    expect(lacks(inventoryAhead(emptyInventory, shards))).toEqual([expect.stringMatching(/lacks 1 .*: main$/)]);
    expect(lacks(inventoryAhead(emptyInventory, shards, clusters.values()))).toEqual([]);
  });
});
