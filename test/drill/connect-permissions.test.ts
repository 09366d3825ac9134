import { type ConnectFailure, connectAccess, connectFailures } from '../../model/connect-permissions';
import { CapturedDatabase, table } from '../support/captured-database';
import { type Captured, CapturedSeen, everything } from '../support/captured-seen';
import { hasPostgres } from '../support/postgres-server';

/** What is not to be seen of workers that start for the first time without a permission. */
const nothing: Partial<Captured> = { snapshot: false, heartbeats: false, signals: false, sunk: false };
const unseen: Readonly<Partial<Record<ConnectFailure, Partial<Captured>>>> = {
  'no-workers': { taken: false, status: false, ...nothing },
  'no-status': { status: false },
  // The sink finds what the table's topic has from before.
  'no-source': { ...nothing, sunk: true },
};

const rows = connectAccess.flatMap(({ of, name, operations, exactlyOnce = false }) =>
  Object.entries(operations).map(([operation, failure]) => ({
    of,
    operation,
    failure: failure as ConnectFailure,
    what: connectFailures[failure],
    name: name('pipeline'),
    exactlyOnce,
  })),
);
const always = rows.filter(({ exactlyOnce }) => !exactlyOnce);
const atOnce = always.filter(({ failure }) => unseen[failure]);

/** What flows grant. A task that may not write one of its topics fails, sooner or later than its first heartbeat. */
const flows: readonly (readonly [string, string, Partial<Captured>])[] = [
  ['Write', table, { snapshot: false, signals: false }],
  ['Write', 'debezium-heartbeat.inventory', { heartbeats: false, signals: false }],
  ['Read', 'debezium-signal.inventory', { signals: false }],
  ['Read Group', 'debezium-signal.inventory', { signals: false }],
  ['Read', 'inventory.public.orders', { sunk: false }],
  ['Read', 'connect-archive', { sunk: false }],
];

if (!hasPostgres)
  console.error('SKIPPED: PostgreSQL is not installed (Debian: postgresql-15), or POSTGRES_BIN is not set');
const withPostgres = hasPostgres ? describe : describe.skip;

withPostgres('workers whose database has a publication, by a user that may only read', () => {
  let shop: CapturedDatabase;
  let seen: CapturedSeen;
  beforeAll(async () => {
    shop = await CapturedDatabase.prepare({ exactlyOnce: false, publication: 'orders' });
    await shop.start();
    seen = new CapturedSeen(shop);
  }, 400_000);
  afterAll(() => shop.stop(), 120_000);

  test('with exactly their permissions see all that they should', async () => {
    expect(await seen.captured()).toEqual(everything);
  }, 200_000);

  test('tell of an insert, an update and a delete, with a tombstone, and of no secret to anybody', async () => {
    await shop.forget();
    const workers = shop.startWorkers();
    try {
      const before = (await shop.admin.read('main', table)).length;
      expect(await shop.give(workers)).toBe(true);
      const since = async () => (await shop.admin.read('main', table)).slice(before);
      const rowsThere = Number(shop.sql('select count(*) from orders'));
      await shop.until(since, (seen) => seen.length >= rowsThere);
      shop.sql("insert into orders values (1000, 'new'); update orders set state = 'paid' where id = 1000");
      shop.sql('delete from orders where id = 1000');
      const seen = (await shop.until(since, ({ length }) => length >= rowsThere + 4)).slice(rowsThere);
      expect(seen.map((value) => JSON.parse(value)?.op ?? 'tombstone')).toEqual(['c', 'u', 'd', 'tombstone']);

      const told = [await workers.told('inventory'), workers.output.join('\n')].join('\n');
      expect(told).toContain('${directory:');
      expect(told).not.toContain(shop.password);
      for (const secret of shop.ownSecrets()) expect(told).not.toContain(secret);
    } finally {
      await workers.stop();
    }
  }, 200_000);

  test('go on where they were when they start again', async () => {
    expect(await seen.restarted()).toBe('goes on');
  }, 200_000);

  test.each(atOnce)(
    'without $operation on $name ($of): $what',
    async ({ name, operation, failure }) => {
      const expected = { ...everything, ...unseen[failure] };
      expect(await seen.without(shop.permission(name, operation), unseen[failure] ?? {})).toEqual(expected);
    },
    200_000,
  );

  test.each(always.filter(({ failure }) => !unseen[failure]))(
    'without $operation on $name ($of): $what',
    async ({ name, operation, failure }) => {
      const lacking = failure === 'begins-anew' ? 'from the start' : 'then';
      const restarted = await seen.restarted(shop.permission(name, operation), lacking);
      expect(restarted).toBe(failure === 'begins-anew' ? 'begins anew' : 'stands still');
    },
    300_000,
  );

  test.each(flows)(
    'without %s on %s they lack %j',
    async (operation, name, lacks) => {
      const [verb = '', type = 'Topic'] = operation.split(' ');
      const resource = name.startsWith('connect-') ? 'Group' : type;
      const found = await seen.without(shop.permission(name, verb, resource), lacks);
      const { heartbeats } = name === table && verb === 'Write' ? found : everything;
      expect(found).toEqual({ ...everything, heartbeats, ...lacks });
    },
    200_000,
  );

  test('every permission that they have is taken away once', () => {
    const tried = [...always.map(({ name, operation }) => `${operation} ${name}`)];
    const own = shop.resolved.permissions.filter(({ application }) => application === 'pipeline');
    const named = new Set([...tried, ...flows.map(([operation, name]) => `${operation.split(' ')[0]} ${name}`)]);
    expect(own.filter(({ operation, resourceName }) => !named.has(`${operation} ${resourceName}`))).toEqual([]);
    expect(own).toHaveLength(always.length + flows.length);
  });
});

withPostgres('workers that write exactly once, whose connector makes its publication', () => {
  let shop: CapturedDatabase;
  let seen: CapturedSeen;
  beforeAll(async () => {
    shop = await CapturedDatabase.prepare({ exactlyOnce: true });
    await shop.start();
    seen = new CapturedSeen(shop);
  }, 400_000);
  afterAll(() => shop.stop(), 120_000);

  test('with exactly their permissions see all that they should', async () => {
    expect(await seen.captured()).toEqual(everything);
  }, 200_000);

  test.each(rows.filter(({ exactlyOnce }) => exactlyOnce))(
    'without $operation on $name ($of): $what',
    async ({ name, operation, failure }) => {
      const expected = { ...everything, ...unseen[failure] };
      expect(await seen.without(shop.permission(name, operation), unseen[failure] ?? {})).toEqual(expected);
    },
    200_000,
  );
});
