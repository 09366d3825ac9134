import { emptyInventory, type Inventory } from '../../model/inventory';
import type { Plan } from '../../model/plan';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const topic = 'platform.topics[orders.created]';
const had = (more: object = {}): Inventory => ({
  ...emptyInventory,
  topics: {
    'orders.created': {
      cluster: 'main',
      shard: 'orders',
      partitions: 3,
      replicationFactor: 3,
      cleanup: 'delete',
      ...more,
    },
  },
});
const plans = (changes: Readonly<Record<string, unknown>>, inventory = had()): readonly Plan[] =>
  resolve(changed<Description>(small, changes), { inventory }).plans;

test('what is as it was recorded, or recorded nowhere, has no plan', () => {
  expect(plans({})).toEqual([]);
  expect(plans({ [`${topic}.partitions`]: 6 }, emptyInventory)).toEqual([]);
  expect(plans({}, had({ replicationFactor: undefined }))).toEqual([]);
});

describe('new partitions', () => {
  const [plan] = plans({ [`${topic}.partitions`]: 6 });

  test('move keys, whoever uses them: the plan says it for every topic', () => {
    expect(plan).toMatchObject({
      cluster: 'main',
      topic: 'orders.created',
      path: "topics['orders.created'].partitions",
      change: '6 partitions instead of 3',
    });
    expect(plan?.warns).toEqual([expect.stringMatching(/^records with a key go to another partition/)]);
    expect(plan?.steps.join()).toMatch(/auto\.offset\.reset to earliest/);
  });

  test('of a compacted topic leave old values behind, too', () => {
    const changes = { [`${topic}.partitions`]: 6, [`${topic}.cleanup`]: 'compact' };
    const [compacted] = plans(changes, had({ cleanup: 'compact' }));
    expect(compacted?.warns).toContainEqual(expect.stringMatching(/^it is compacted: .* stays for ever/));
    expect(plan?.warns?.join()).not.toContain('compacted');
  });

  test('of an input of Kafka Streams stop the application, which is reset', () => {
    const [streams] = plans({
      [`${topic}.partitions`]: 6,
      'platform.topics[orders.counted]': { owner: 'orders' },
      'platform.applications.counter': {
        owner: 'orders',
        consumes: { 'orders.created': {} },
        produces: { 'orders.counted': {} },
        streams: { applicationId: 'counting' },
      },
    });
    expect(streams?.steps[0]).toMatch(/^stop 'counter'/);
    expect(streams?.steps.join()).toMatch(
      /application-reset\.sh --application-id counting --input-topics orders\.created/,
    );
    expect(streams?.warns?.join()).toMatch(/'counter' is a Kafka Streams application/);
  });
});

describe('another replication factor', () => {
  const three = { 'clusters.main': { backend: 'kafka', brokers: 5 } };

  test('is done by hand where nobody else moves replicas', () => {
    const [plan] = plans({ ...three, [`${topic}.replicationFactor`]: 5 });
    expect(plan).toMatchObject({
      change: '5 replicas instead of 3',
      path: "topics['orders.created'].replicationFactor",
    });
    expect(plan?.steps.join()).toContain('kafka-reassign-partitions.sh');
    expect(plan?.warns).toBeUndefined();
  });

  test('says what fewer replicas mean', () => {
    const [plan] = plans({ ...three, [`${topic}.replicationFactor`]: 2 });
    expect(plan?.warns).toEqual([expect.stringMatching(/fewer failures lose them/)]);
  });

  test('is done by Cruise Control on Strimzi', () => {
    const [plan] = plans({
      kubernetes: {},
      'clusters.main': { backend: 'strimzi', cruiseControl: {} },
      [`${topic}.replicationFactor`]: 2,
    });
    expect(plan?.steps[0]).toMatch(/Topic Operator asks Cruise Control/);
  });
});

test('a topic that goes, or was elsewhere, has no plan', () => {
  const removed = { reason: 'nobody reads it', until: '2027-01-01', data: 'keep' };
  const gone = { owner: 'orders', partitions: 6, removed };
  expect(
    plans(
      { 'platform.topics[orders.gone]': gone },
      {
        ...emptyInventory,
        topics: { 'orders.gone': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
      },
    ),
  ).toEqual([]);
});
