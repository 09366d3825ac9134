import type { Inventory } from '../../model/inventory';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

/** One mistake, and the codes of everything that is said about it. */
const told = (changes: Readonly<Record<string, unknown>>, inventory?: Inventory) =>
  // Where logs go is said: production asks for it.
  compileDescription(
    changed<unknown>(
      { ...small, audit: { collector: { name: 'vector', owner: 'orders', retention: '365d' } } },
      changes,
    ),
    {
      inventory,
    },
  ).problems.map(({ code, path }) => `${code} ${path}`);

const topic = 'platform.topics[orders.created]';
const at = "topics['orders.created']";
const consumes = 'platform.applications.billing.consumes[orders.created]';
const two = { main: { backend: 'kafka' }, other: { backend: 'kafka' } };
const placed = (cluster: string) => ({
  clusters: two,
  [`${topic}.cluster`]: 'main',
  'platform.applications.shop.cluster': 'main',
  'platform.applications.billing.cluster': cluster,
});

describe('a mistake is told once, where it was made', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['a cluster without brokers', { 'clusters.main.brokers': 0 }, ['KFK-K002 clusters.main.brokers']],
    [
      'a cluster too small for production',
      { profile: 'production', 'clusters.main.brokers': 2 },
      ['KFK-K001 clusters.main.brokers'],
    ],
    ['no cluster', { clusters: {} }, ['KFK-K003 clusters']],
    [
      'too few replicas',
      { profile: 'production', [`${topic}.replicationFactor`]: 2 },
      [`KFK-T008 ${at}.replicationFactor`],
    ],
    ['no partitions', { [`${topic}.partitions`]: 0 }, [`KFK-T011 ${at}.partitions`]],
    [
      'a group with letters that are not allowed',
      { [`${consumes}.group`]: 'billing:eu' },
      ["KFK-A004 applications.billing.consumes['orders.created'].group"],
    ],
    [
      'a consumer on another cluster than its topic',
      placed('other'),
      ["KFK-F007 applications.billing.consumes['orders.created']"],
    ],
    ['records larger than Kafka takes', { [`${topic}.maxMessageSize`]: '2GiB' }, [`KFK-T003 ${at}.maxMessageSize`]],
    [
      'a retention that is no whole number of milliseconds',
      { [`${topic}.retention`]: '0.5ms' },
      [`KFK-U001 ${at}.retention`],
    ],
  ])('%s', (_, changes, lines) => {
    expect(told(changes)).toEqual(lines);
  });
});

describe('a topic that is left out for its shape', () => {
  const inventory: Inventory = {
    topics: {
      'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' },
      'orders.created.billing.dlq': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' },
    },
    applications: {},
  };

  test('is not taken for one that the description forgot', () => {
    expect(
      told(
        {
          [topic]: 5,
          'platform.applications': { shop: { owner: 'orders', produces: { 'orders.created': {} } }, billing: 5 },
        },
        inventory,
      ),
    ).toEqual(['KFK-S002 applications.billing', `KFK-S002 ${at}`]);
    expect(told({ platform: null }, inventory)).toEqual(['KFK-S002 platform']);
  });
});

test("an approval for another topic's address does not let records be destroyed", () => {
  const gone: Inventory = {
    topics: { 'orders.gone': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
    applications: {},
  };
  const approved = (address: string) =>
    told(
      {
        'platform.topics[orders.gone]': {
          owner: 'orders',
          removed: { reason: 'nobody reads it', until: '2027-01-01', data: 'destroy' },
        },
        approvals: [{ code: 'KFK-D001', address, reason: 'nobody reads it', owner: 'orders', expires: '2027-01-01' }],
      },
      gone,
    );
  expect(approved('kafka_topic.orders_gone')).toEqual([]);
  expect(approved('kafka_topic.all_orders_gone')).toEqual(["KFK-I002 topics['orders.gone'].removed.data"]);
});

test('a shard that only the inventory remembers may not share the stack of another', () => {
  const inventory: Inventory = { topics: {}, applications: { old: { cluster: 'main', shard: 'other-orders' } } };
  const clusters = { main: { backend: 'kafka' }, 'main-other': { backend: 'kafka' } };
  const onMain = {
    [`${topic}.cluster`]: 'main',
    'platform.applications.shop.cluster': 'main',
    'platform.applications.billing.cluster': 'main',
  };
  expect(told({ clusters, ...onMain }, inventory)).toEqual(["KFK-N001 clusters['main-other']"]);
  expect(told({ clusters, ...onMain })).toEqual([]);
});

test('a stream processor may not reach the internal topics of another, whatever its guarantee', () => {
  const streams = (produced: string) => ({
    owner: 'orders',
    consumes: { 'orders.created': {} },
    produces: { [produced]: {} },
    streams: { processingGuarantee: 'at_least_once' },
  });
  const both = (second: string) => ({
    'platform.topics[a.counted]': { owner: 'orders' },
    'platform.topics[b.counted]': { owner: 'orders' },
    'platform.applications.count': streams('a.counted'),
    [`platform.applications.${second}`]: streams('b.counted'),
  });
  expect(told(both('count-daily'))).toEqual(['KFK-A006 applications.count.streams']);
  expect(told(both('counts'))).toEqual([]);
});

test('what is wrong with a dead letter’s retention is told where it is written', () => {
  const personal = { [`${topic}.classification`]: 'personal', [`${topic}.config`]: { 'segment.ms': 1 } };
  expect(told({ ...personal, [`${topic}.retention`]: '1d', [`${consumes}.deadLetter.retention`]: '2d' })).toEqual([
    "KFK-T017 applications.billing.consumes['orders.created'].deadLetter.retention",
  ]);
});
