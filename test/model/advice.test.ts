import { limits } from '../../backends/event-hubs/description/limits';
import type { Inventory } from '../../model/inventory';
import { namespace } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { recorded } from '../backends/msk/scale.cases';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

type Changes = Readonly<Record<string, unknown>>;

const judged = (changes: Changes, inventory?: Inventory) =>
  compileDescription(changed<unknown>(small, changes), { inventory });
/** Errors, and where they are. */
const told = (changes: Changes, inventory?: Inventory) =>
  judged(changes, inventory)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
/** What is said besides of one code. */
const said = (code: string, changes: Changes, inventory?: Inventory) =>
  judged(changes, inventory)
    .problems.filter((problem) => problem.code === code)
    .map(({ problem, fix }) => `${problem}; ${fix}`);

const topic = 'platform.topics[orders.created]';
const consumes = 'platform.applications.billing.consumes[orders.created]';
const dlq = 'orders.created.billing.dlq';
const hubs = (settings: object = {}, changes: Changes = {}): Changes => ({
  'clusters.main': { ...namespace, ...settings },
  ...changes,
});
const msk = (settings: object = {}, changes: Changes = {}): Changes => ({
  'clusters.main': { ...mskCluster, ...settings },
  ...changes,
});

describe('a dead letter that says nothing', () => {
  const retention = (changes: Changes) => judged(changes).resolved?.topics.get(dlq)?.retention;
  const days = 24 * 3_600_000;

  test('keeps its records as long as its cluster can, where that is less than it would', () => {
    expect(retention({})).toBe(14 * days);
    expect(retention(hubs({ tier: 'standard' }))).toBe(7 * days);
    expect(retention(hubs({}, { [`${topic}.cleanup`]: 'compact' }))).toBe(90 * days);
  });

  test('is refused where it says itself that they stay longer', () => {
    expect(told(hubs({ tier: 'standard' }, { [`${consumes}.deadLetter.retention`]: '14d' }))).toEqual([
      "KFK-L206 applications.billing.consumes['orders.created'].deadLetter.retention",
    ]);
  });

  test('is told of a retention without a unit, and not of the default that nobody wrote', () => {
    expect(told(hubs({ tier: 'standard' }, { [`${consumes}.deadLetter.retention`]: '168' }))).toEqual([
      "KFK-S002 applications.billing.consumes['orders.created'].deadLetter.retention",
    ]);
  });

  test('is not told again what is wrong with the topic that it is made after', () => {
    expect(told(hubs({ tier: 'standard' }, { [`${topic}.partitions`]: 64 }))).toEqual([
      "KFK-L203 topics['orders.created'].partitions",
    ]);
    expect(told(hubs({}, { [`${topic}.maxMessageSize`]: '1047552B' }))).toEqual([
      "KFK-L208 topics['orders.created'].maxMessageSize",
    ]);
  });
});

test("a KMS key whose id Terraform's backend cannot read is told so, and no alias is spoken of", () => {
  const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const state = { backend: 's3', bucket: 'kit-state', region: 'eu-west-1' };
  const [found] = said('KFK-E020', { state: { ...state, kmsKey: key('eu-west-1') } });
  expect(found).toMatch(/Terraform's backend does not read/);
  expect(found).not.toMatch(/alias/);
  expect(told({ state: { ...state, kmsKey: key('eu-central-1') } })).toEqual([
    'KFK-E020 state.kmsKey',
    'KFK-E021 state.kmsKey',
  ]);
  expect(said('KFK-E020', { state: { ...state, kmsKey: 'alias/state' } })[0]).toMatch(/an alias may come/);
});

describe('a replication', () => {
  const to = (standby: object, said: object = {}): Changes =>
    msk(
      {},
      { 'clusters.standby': standby, 'replications.copy': { owner: 'orders', from: 'main', to: 'standby', ...said } },
    );

  test.each(['msk-replicator', 'mirror-maker'])(
    'from MSK to Event Hubs is told at once that none does it, by %s',
    (by) => {
      const all = judged(to(namespace, { by })).problems.filter(({ path }) => path.startsWith('replications'));
      expect(all.map(({ fix }) => fix).join()).not.toMatch(/say by:|add one of|add 'scram/);
      expect(all.map(({ fix }) => fix).join()).toMatch(/geo-replication/);
    },
  );

  test.each([
    ['kafka', "say by: 'mirror-maker'"],
    ['strimzi', 'replicate between two clusters of Amazon MSK, or between two of one Kubernetes'],
  ])('by MSK Replicator from %s is advised what can be followed', (backend, advice) => {
    const scram = { ...mskCluster, authentication: ['scram-sha-512', 'iam'] };
    expect(said('KFK-R020', { ...to(scram, { by: 'msk-replicator' }), 'clusters.main': { backend } })).toEqual([
      `'main' is on ${backend}, which MSK Replicator does not know; ${advice}`,
    ]);
  });

  test.each([
    ['a cluster that nobody described', 'stanby'],
    ['its own source', 'main'],
  ])('to %s is one mistake', (_, other) => {
    expect(told(to(mskCluster, { to: other }))).toEqual(['KFK-R001 replications.copy.to']);
  });
});

test.each([
  ['avro', '{not json', /is no JSON/],
  ['json', 'not json', /is no JSON/],
  ['avro', 'string', /is no JSON/],
  ['avro', '{"name":"Order"}', /type/],
  ['protobuf', 'mesage X {}', /no message/],
  ['avro', 'schemas/order.avsc', /path/],
  ['json', './order.json', /path/],
  ['protobuf', 'order.proto', /path/],
])('a schema of Glue in %s that reads %s is refused', (format, definition, problem) => {
  const glue = { orders: { schemas: { created: { format, definition } } } };
  expect(said('KFK-K393', msk({ glue }))).toEqual([expect.stringMatching(problem)]);
});

test.each([
  ['avro', '"string"'],
  ['avro', '["null", "long"]'],
  ['avro', '{"type":"record","name":"Order","fields":[]}'],
  ['json', 'true'],
  ['json', '{"$schema":"http://json-schema.org/draft-07/schema#"}'],
  ['protobuf', 'syntax = "proto3";\nmessage Order { string id = 1; }'],
  ['protobuf', 'syntax = "proto3"; /* none yet */ enum State { NEW = 0; }'],
])('a schema of Glue in %s that reads %s is taken', (format, definition) => {
  expect(told(msk({ glue: { orders: { schemas: { created: { format, definition } } } } }))).toEqual([]);
});

test('a key that is no address is not taken for one of a managed HSM', () => {
  expect(told(hubs({ encryption: { key: 'event-hubs', resourceGroup: 'keys' } }))).toEqual([
    'KFK-K216 clusters.main.encryption.key',
  ]);
  expect(
    told(hubs({ encryption: { key: 'https://kit.managedhsm.azure.net/keys/event-hubs', resourceGroup: 'keys' } })),
  ).toEqual(['KFK-K228 clusters.main.encryption.identity']);
});

describe('rules that EC2 would be asked for twice', () => {
  const group = { ...mskCluster.network };
  test('are refused: a security group has one name', () => {
    expect(told(msk({ network: { ...group, clients: { a: 'sg-00000001', b: 'sg-00000001' } } }))).toEqual([
      'KFK-K306 clusters.main.network.clients.b',
    ]);
    // Exporters have ports of their own.
    const both = { clients: { a: 'sg-00000001' }, monitoring: { b: 'sg-00000001' } };
    expect(told(msk({ network: { ...group, ...both } }))).toEqual([]);
  });

  test('are refused: a block of addresses is there once', () => {
    const from = ['203.0.113.7/32', '198.51.100.0/24', '203.0.113.7/32'];
    const open = { disposable: true };
    expect(told(msk({ publicAccess: { from } }, open), recorded())).toContain(
      'KFK-K339 clusters.main.publicAccess.from[2]',
    );
    expect(told(msk({ publicAccess: { from: from.slice(0, 2) } }, open), recorded()).join()).not.toContain('KFK-K339');
  });
});

test('a serverless cluster is told once that the internet does not reach it', () => {
  expect(told(msk({ kind: 'serverless', publicAccess: { from: [] } }))).toEqual([
    'KFK-K320 clusters.main.publicAccess',
  ]);
});

test('where a policy stays whatever is approved, no approval is offered', () => {
  const had = { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'compact', retention: -1, retentionSize: -1 };
  const inventory = { topics: { 'orders.created': had }, applications: {} };
  expect(told(hubs(), inventory)).toEqual(["KFK-K210 topics['orders.created'].cleanup"]);
  expect(said('KFK-I007', {}, inventory).join()).toMatch(/approval of KFK-D006/);
  // What falls besides is still told.
  const both = { ...had, cleanup: 'delete', retention: 30 * 24 * 3_600_000 };
  expect(
    told(hubs({}, { [`${topic}.cleanup`]: 'compact', [`${topic}.retention`]: '1d' }), {
      topics: { 'orders.created': both },
      applications: {},
    }),
  ).toEqual(["KFK-K210 topics['orders.created'].cleanup", "KFK-I007 topics['orders.created'].retention"]);
});

test('of a limit with a way out the way is said', () => {
  const names = Array.from({ length: 11 }, (_, index) => `orders.t${index}`);
  const topics = Object.fromEntries(names.map((name) => [`platform.topics[${name}]`, { owner: 'orders' }]));
  expect(said('KFK-L201', hubs({ tier: 'standard' }, topics))[0]).toMatch(/at or below 10: .*premium.*another/);
  expect(limits.filter(({ tiers, instead }) => tiers?.includes('standard') && instead === undefined)).toEqual([]);
});

describe('an example is no order', () => {
  test('of a region of AWS', () => {
    expect(said('KFK-K309', msk({ region: 'westeurope' }))).toEqual([
      "'westeurope' is not AWS' name of a region; write a region such as 'eu-west-1'",
    ]);
  });

  test.each(['WestEurope', 'West Europe'])('of a region of Azure: %s is known', (location) => {
    expect(said('KFK-K216', hubs({ location }))[0]).toMatch(/; write 'westeurope'$/);
  });

  test('of brokers: none is named that is beyond the limit', () => {
    expect(said('KFK-K302', msk({ brokers: 5 }))[0]).toMatch(/; use 6$/);
    expect(said('KFK-K302', msk({ brokers: 1_000_000_000 }))[0]).toMatch(/; use a multiple of 3$/);
  });
});

test('a tier that nobody wrote is told to be the default', () => {
  expect(said('KFK-K202', hubs({ units: 41 }))).toEqual([
    "premium, the default tier, is not sold in 41 units; use one of 1, 2, 4, 6, 8, 10, 12, 16, or say tier: 'standard' and use 1 to 40",
  ]);
});

test('the steps of a plan are told by explain, and check says how many', () => {
  const [found] = said('KFK-I022', msk({ brokers: 9 }), recorded());
  expect(found).toMatch(/; kafka-kit explain test main tells all \d+ steps; the first: apply/);
  expect(found?.length).toBeLessThan(400);
});
