import type { RuleCase } from '../../model/rule-case';
import { accessCases } from './access-rules.cases';
import { logs, namespace, ownKey, privateDnsZone, virtualNetwork } from './namespace';
import { namespaceCases } from './namespace-rules.cases';

const topic = 'platform.topics[orders.created]';
const billing = 'platform.applications.billing.consumes[orders.created]';

/** The small description on a namespace, with further changes. */
const on = (settings: object, changes: RuleCase['failing'] = {}): RuleCase['failing'] => ({
  'clusters.main': { ...namespace, ...settings },
  ...changes,
});
const standard = (changes: RuleCase['failing'] = {}) =>
  on({ tier: 'standard' }, { [`${billing}.deadLetter`]: { retention: '7d' }, ...changes });
const premium = (changes: RuleCase['failing']) => on({}, changes);
const had = (partitions: number, cleanup = 'delete') => ({
  topics: { 'orders.created': { cluster: 'main', shard: 'orders', partitions, cleanup } },
  applications: {},
});
const named = (name: string) => ({ [`platform.topics[${name}]`]: { owner: 'orders' } });
const several = (count: number, partitions = 1) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`platform.topics[orders.t${index}]`, { owner: 'orders', partitions }]),
  );
/** As many grants: forty for each of a hundred applications at most. */
const grants = (count: number) => ({
  ...several(40),
  ...Object.fromEntries(
    Array.from({ length: Math.ceil(count / 40) }, (_, index) => [
      `platform.applications.reader-${index}`,
      {
        owner: 'orders',
        consumes: Object.fromEntries(
          Array.from({ length: Math.min(40, count - 40 * index) }, (_, topic) => [`orders.t${topic}`, {}]),
        ),
      },
    ]),
  ),
});

const long = (length: number): RuleCase['failing'] => ({
  name: 'e'.repeat(63),
  clusters: { main: namespace },
  [`platform.applications.${'a'.repeat(length + 4)}`]: { owner: 'orders', produces: { 'orders.created': {} } },
});

const lets = (network: object) => on({ publicAccess: true, network });
const hosts = (count: number) => Array.from({ length: count }, (_, index) => `203.0.${index}.1`);
// Of each network two subnets: it counts once.
const networks = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    ['a', 'b'].map((subnet) => `${virtualNetwork}-${index}/subnets/${subnet}`),
  ).flat();

export const eventHubsCases: Readonly<Record<string, RuleCase>> = {
  ...accessCases,
  'KFK-K201': { failing: on({ tier: 'basic' }), nearly: standard() },
  'KFK-K202': { failing: on({ units: 3 }), nearly: on({ units: 4 }) },
  'KFK-K203': { failing: on({ namespace: 'kit' }), nearly: on({ namespace: 'kit-or' }) },
  'KFK-K204': { failing: on({ subnet: undefined }), nearly: on({ subnet: undefined, publicAccess: true }) },
  'KFK-K205': {
    failing: on({ tier: 'standard', encryption: ownKey }),
    nearly: on({ tier: 'premium', encryption: ownKey }),
  },
  'KFK-K206': { failing: premium(named('orders.Created')), nearly: premium(named('orders.Created2')) },
  'KFK-K207': {
    failing: premium({ [`${topic}.config`]: { 'segment.ms': 1 } }),
    nearly: premium({ [`${topic}.cleanup`]: 'compact', [`${topic}.config`]: { 'delete.retention.ms': 3_600_000 } }),
  },
  'KFK-K208': {
    failing: premium({ [`${topic}.replicationFactor`]: 2 }),
    nearly: premium({ [`${topic}.replicationFactor`]: 3 }),
  },
  'KFK-K209': {
    failing: premium({ [`${topic}.cleanup`]: 'compact,delete' }),
    nearly: premium({ [`${topic}.cleanup`]: 'compact' }),
  },
  'KFK-K210': {
    failing: premium({ [`${topic}.cleanup`]: 'compact' }),
    nearly: premium({ [`${topic}.cleanup`]: 'delete' }),
    inventory: had(3),
  },
  'KFK-K211': {
    failing: standard({ [`${topic}.partitions`]: 4 }),
    nearly: premium({ [`${topic}.partitions`]: 4 }),
    inventory: had(3),
  },
  'KFK-K212': {
    failing: premium({ [`${topic}.retention`]: '90m' }),
    nearly: premium({ [`${topic}.retention`]: '60m' }),
  },
  'KFK-K213': {
    failing: premium({ [`${topic}.maxMessageSize`]: '512KiB' }),
    nearly: premium({ [`${topic}.maxMessageSize`]: '1046528B' }),
  },
  'KFK-K214': {
    failing: on({}, { secrets: { store: 'key-vault' } }),
    nearly: on({}, { secrets: { store: 'key-vault', vault: 'kit' } }),
  },
  'KFK-K215': { failing: on({}), nearly: on({}, { secrets: { vault: 'kit' } }) },
  'KFK-K216': {
    failing: on({ encryption: { ...ownKey, identity: 'me' } }),
    nearly: on(
      {
        encryption: ownKey,
        privateDnsZone,
        logs,
        resourceGroup: 'a.(b)-c_1',
        vaultResourceGroup: 'k',
        location: 'eastus2',
      },
      { secrets: { vault: 'kit-orders-2' } },
    ),
  },
  'KFK-K218': { failing: on({}, { profile: 'production' }), nearly: on({ logs }, { profile: 'production' }) },
  // The small description has a topic and its dead letter.
  'KFK-L201': { failing: standard(several(9)), nearly: standard(several(8)) },
  'KFK-L202': { failing: on({ units: 2 }, several(199)), nearly: on({ units: 2 }, several(198)) },
  'KFK-L203': {
    failing: standard({ [`${topic}.partitions`]: 33 }),
    nearly: standard({ [`${topic}.partitions`]: 32 }),
  },
  'KFK-L204': { failing: premium({ [`${topic}.partitions`]: 101 }), nearly: premium({ [`${topic}.partitions`]: 100 }) },
  'KFK-L205': {
    failing: premium({ [`${topic}.partitions`]: 50, ...several(1, 50), ...several(2, 51) }),
    nearly: premium({ [`${topic}.partitions`]: 50, ...several(2, 50) }),
  },
  'KFK-L206': {
    failing: standard({ [`${topic}.retention`]: '8d' }),
    nearly: standard({ [`${topic}.retention`]: '7d' }),
  },
  'KFK-L207': {
    failing: premium({ [`${topic}.retention`]: 'unlimited' }),
    nearly: premium({ [`${topic}.retention`]: '90d' }),
  },
  'KFK-L208': {
    failing: premium({ [`${topic}.maxMessageSize`]: '1MiB' }),
    nearly: premium({ [`${topic}.maxMessageSize`]: '1046528B' }),
  },
  'KFK-L209': {
    failing: premium(named(`o.${'x'.repeat(255)}`)),
    nearly: premium(named(`o.${'x'.repeat(254)}`)),
  },
  'KFK-L210': {
    failing: premium({ [`${billing}.group`]: 'g'.repeat(257) }),
    nearly: premium({ [`${billing}.group`]: 'g'.repeat(240) }),
  },
  // Shop writes, billing reads and writes its dead letter.
  'KFK-L211': { failing: premium(grants(3998)), nearly: premium(grants(3997)) },
  'KFK-L251': { failing: lets({ addresses: hosts(129) }), nearly: lets({ addresses: hosts(128) }) },
  'KFK-L252': { failing: lets({ subnets: networks(129) }), nearly: lets({ subnets: networks(128) }) },
  'KFK-L250': { failing: premium(grants(2998)), nearly: premium(grants(2997)) },
  // An environment of 63 characters, `main`, and an application of 58.
  'KFK-L212': { failing: long(54), nearly: long(53) },
  ...namespaceCases,
};
