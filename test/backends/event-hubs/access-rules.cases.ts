import type { RuleCase } from '../../model/rule-case';
import { namespace } from './namespace';

const topic = 'platform.topics[orders.created]';
const shop = 'platform.applications.shop';
const hub = {
  capture: {
    storageAccount: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/kitcapture',
    container: 'orders',
  },
};

/** The small description on a namespace, with further changes. */
const on = (settings: object, changes: RuleCase['failing'] = {}): RuleCase['failing'] => ({
  'clusters.main': { ...namespace, ...settings },
  ...changes,
});
const hubs = (said: object) => on({ hubs: { 'orders.created': said } });
const captured = (said: object) => hubs({ capture: { ...hub.capture, ...said } });
const numbered = <Value>(count: number, prefix: string, value: Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, value]));
const named = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const topics = (count: number, partitions: number) =>
  Object.fromEntries(
    named(count, 'orders.t').map((name) => [`platform.topics[${name}]`, { owner: 'orders', partitions }]),
  );
const dedicated = (changes: RuleCase['failing'] = {}, settings: object = {}) =>
  on({ tier: 'dedicated', dedicatedCluster: { name: 'kit-cluster', units: 1 }, ...settings }, changes);
const copies = (instances: number) => ({ [`${shop}.instances`]: instances });

/** Shop sends with a key, billing knows Entra ID. */
const vault = { secrets: { store: 'key-vault', vault: 'kit' } };
const keyed = (changes: RuleCase['failing'] = {}, settings: object = {}) =>
  on(
    { authentication: ['entra-id', 'sas'], ...settings },
    {
      ...vault,
      accepts: { sas: { reason: 'an old till', owner: 'orders', until: '2027-01-01' } },
      [`${shop}.authentication`]: 'sas',
      ...changes,
    },
  );
const tills = (count: number) =>
  keyed(
    numbered(count, 'platform.applications.till-', {
      owner: 'orders',
      produces: { 'orders.created': {} },
      authentication: 'sas',
    }),
  );
const groups = (count: number, settings: object = {}) =>
  on({ schemaGroups: numbered(count, 'group-', {}), ...settings });
const readers = (count: number, flows: number) => ({
  ...topics(flows, 1),
  ...numbered(count, 'platform.applications.reader-', {
    owner: 'orders',
    consumes: Object.fromEntries(Array.from({ length: flows }, (_, index) => [`orders.t${index}`, {}])),
  }),
});
const compacted = (partitions: number) => ({ [`${topic}.cleanup`]: 'compact', [`${topic}.partitions`]: partitions });

const groupId = '01234567-89ab-cdef-0123-456789abcdef';
const twins = numbered(2, 'platform.applications.twin-', { owner: 'orders', consumes: { 'orders.created': {} } });

export const accessCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K240': {
    failing: on({ hubs: { 'orders.creatd': { consumerGroups: ['audit'] } } }),
    nearly: hubs({ consumerGroups: ['audit'] }),
  },
  'KFK-K241': {
    failing: captured({ every: '59s' }),
    nearly: captured({
      every: '15m',
      size: '500MiB',
      nameFormat: '{Namespace}-{EventHub}-{PartitionId}-{Year}{Month}{Day}{Hour}{Minute}{Second}',
    }),
  },
  'KFK-K242': {
    failing: on({ hubs: { 'orders.created': hub } }, { [`${topic}.cleanup`]: 'compact' }),
    nearly: on({ hubs: { 'orders.created': { consumerGroups: ['audit'] } } }, { [`${topic}.cleanup`]: 'compact' }),
  },
  'KFK-K243': {
    failing: on({}, compacted(4)),
    nearly: on({}, compacted(3)),
    inventory: {
      topics: { 'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'compact' } },
      applications: {},
    },
  },
  'KFK-K292': {
    failing: on({}, { [`${topic}.retention`]: '36h', [`${topic}.partitions`]: 4 }),
    // What is told of a retention goes with what is told of partitions, where both change.
    nearly: on({}, { [`${topic}.retention`]: '37h', [`${topic}.partitions`]: 4 }),
    inventory: {
      topics: {
        'orders.created': {
          ...{ cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete', retention: 36 * 3_600_000 },
        },
      },
      applications: {},
    },
  },
  'KFK-K293': {
    failing: on({ hubs: { 'orders.created': hub } }, { [`${topic}.retention`]: '36h' }),
    nearly: on({ hubs: { 'orders.created': hub } }, { [`${topic}.retention`]: '48h' }),
  },
  'KFK-K244': { failing: hubs({ consumerGroups: ['$Default'] }), nearly: hubs({ consumerGroups: ['default'] }) },
  'KFK-K245': {
    failing: on({ identities: { existing: { shpo: { name: 'shop-prod' } } } }),
    nearly: on({ identities: { existing: { shop: { name: 'shop-prod' } } } }),
  },
  'KFK-K246': {
    failing: on({
      identities: { existing: { shop: { name: 'one' }, billing: { name: 'One', resourceGroup: 'KAFKA' } } },
    }),
    nearly: on({
      identities: { existing: { shop: { name: 'one' }, billing: { name: 'one', resourceGroup: 'other' } } },
    }),
  },
  'KFK-K247': {
    failing: on({ identities: { issuer: 'issuer.example.com' } }),
    nearly: on({
      identities: {
        issuer: 'https://issuer.example.com/1/',
        namespace: 'orders',
        existing: { shop: { name: 'a_b-c', resourceGroup: 'a.(b)' } },
      },
    }),
  },
  'KFK-K248': {
    failing: keyed({
      [`${shop}.produces`]: { 'orders.created': {}, 'orders.paid': {} },
      'platform.topics[orders.paid]': { owner: 'orders' },
    }),
    nearly: keyed({ [`${shop}.consumes`]: { 'orders.created': {} } }),
  },
  'KFK-K249': { failing: keyed({ [`${topic}.cleanup`]: 'compact' }), nearly: keyed() },
  'KFK-K250': { failing: keyed({ secrets: undefined }), nearly: keyed() },
  'KFK-K251': {
    failing: on({ identities: { groups: { same: { id: groupId, members: ['twin-0', 'twin-9'] } } } }, twins),
    nearly: on({ identities: { groups: { same: { id: groupId, members: ['twin-0', 'twin-1'] } } } }, twins),
  },
  'KFK-K252': {
    failing: on({ identities: { groups: { same: { id: groupId, members: ['twin-0', 'shop'] } } } }, twins),
    nearly: on({ identities: { groups: { same: { id: groupId, members: ['twin-1', 'twin-0'] } } } }, twins),
  },
  'KFK-K253': {
    failing: on({}, { [`${shop}.quota`]: { produce: '1MB/s', requestPercentage: 50 } }),
    nearly: on({}, { [`${shop}.quota`]: { produce: '1MB/s', consume: '1MB/s' } }),
  },
  'KFK-K254': {
    failing: on({ schemaGroups: { 'orders.a': {}, Orders_A: {} } }),
    nearly: on({ schemaGroups: { 'orders.a': {}, 'orders.b': {} } }),
  },
  'KFK-K255': {
    failing: on({ schemaGroups: { orders: { type: 'json', compatibility: 'backward' } } }),
    nearly: on({
      schemaGroups: { orders: { type: 'json', compatibility: 'none' }, paid: { compatibility: 'forward' } },
    }),
  },
  'KFK-K256': {
    failing: keyed({}, { schemaGroups: { orders: { writers: ['shop'] } } }),
    nearly: keyed({}, { schemaGroups: { orders: { writers: ['billing'] } } }),
  },
  'KFK-K257': {
    failing: on({ existing: true, subnet: undefined, schemaGroups: { orders: { type: 'avro' } } }),
    nearly: on({ existing: true, subnet: undefined, schemaGroups: { orders: { readers: ['billing'] } } }),
  },
  // Shop and billing have three of their own, and one more reader has none that another has.
  'KFK-K258': { failing: on({}, readers(3, 2)), nearly: on({}, readers(2, 2)) },
  'KFK-K290': {
    failing: on({ identities: { groups: { 'same readers': { id: groupId, members: ['twin-0', 'twin-1'] } } } }, twins),
    nearly: on({ identities: { groups: { 'same-readers': { id: groupId, members: ['twin-0', 'twin-1'] } } } }, twins),
  },
  // The small description has a topic and its dead letter.
  'KFK-L230': { failing: dedicated(topics(999, 1)), nearly: dedicated(topics(998, 1)) },
  'KFK-L231': {
    failing: dedicated({ [`${topic}.partitions`]: 1025 }),
    nearly: dedicated({ [`${topic}.partitions`]: 1024 }),
  },
  'KFK-L232': {
    failing: dedicated({ [`${topic}.partitions`]: 1000, ...topics(1, 1) }),
    nearly: dedicated({ [`${topic}.partitions`]: 1000 }),
  },
  'KFK-L233': {
    failing: dedicated({ [`${topic}.retention`]: '91d' }),
    nearly: dedicated({ [`${topic}.retention`]: '90d' }),
  },
  'KFK-L234': {
    failing: on({ tier: 'standard', hubs: { 'orders.created': { consumerGroups: named(20, 'g') } } }),
    nearly: on({ tier: 'standard', hubs: { 'orders.created': { consumerGroups: named(19, 'g') } } }),
  },
  'KFK-L235': { failing: hubs({ consumerGroups: named(100, 'g') }), nearly: hubs({ consumerGroups: named(99, 'g') }) },
  'KFK-L236': {
    failing: dedicated({}, { hubs: { 'orders.created': { consumerGroups: named(1000, 'g') } } }),
    nearly: dedicated({}, { hubs: { 'orders.created': { consumerGroups: named(999, 'g') } } }),
  },
  'KFK-L237': {
    failing: hubs({ consumerGroups: ['g'.repeat(51)] }),
    nearly: hubs({ consumerGroups: ['g'.repeat(50)] }),
  },
  // Billing has one copy.
  'KFK-L238': {
    failing: on({ tier: 'standard' }, copies(5000)),
    nearly: on({ tier: 'standard' }, copies(4999)),
  },
  'KFK-L239': { failing: on({ units: 2 }, copies(20_000)), nearly: on({ units: 2 }, copies(19_999)) },
  'KFK-L240': { failing: dedicated(copies(100_000)), nearly: dedicated(copies(99_999)) },
  'KFK-L241': { failing: on({}, readers(1000, 1)), nearly: on({}, readers(999, 1)) },
  // With shop, a till more than twelve; its dead letter is no hub of theirs.
  'KFK-L242': { failing: tills(12), nearly: tills(11) },
  'KFK-L243': {
    failing: keyed({
      [`platform.applications.${'a'.repeat(51)}`]: {
        owner: 'orders',
        produces: { 'orders.created': {} },
        authentication: 'sas',
      },
    }),
    nearly: keyed({
      [`platform.applications.${'a'.repeat(50)}`]: {
        owner: 'orders',
        produces: { 'orders.created': {} },
        authentication: 'sas',
      },
    }),
  },
  'KFK-L244': { failing: groups(2, { tier: 'standard' }), nearly: groups(1, { tier: 'standard' }) },
  'KFK-L245': { failing: groups(101), nearly: groups(100) },
  'KFK-L246': {
    failing: dedicated({}, { schemaGroups: numbered(1001, 'group-', {}) }),
    nearly: dedicated({}, { schemaGroups: numbered(1000, 'group-', {}) }),
  },
  'KFK-L247': {
    failing: on({ schemaGroups: { ['s'.repeat(51)]: {} } }),
    nearly: on({ schemaGroups: { ['s'.repeat(50)]: {} } }),
  },
};
