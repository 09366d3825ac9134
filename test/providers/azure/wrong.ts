import { changed } from '../../support/change';
import { base } from './matrix/base';
import { ids } from './matrix/ids';
import { matrix } from './matrix/matrix';

/** A description that Azure would not make as it is written. */
export interface Wrong {
  readonly name: string;
  readonly description: object;
  readonly code: string;
  /** What Azure, or the provider, does with it, and who says so. */
  readonly azure: string;
  /** Whether the provider finds it, validating or planning the stack that is rendered past the rules. */
  readonly provider: 'refuses it' | 'lets it through';
}

const main = 'clusters.main';
const chosen = (row: Readonly<Record<string, string>>): object => matrix.described('wrong', row).description;
const said = (changes: Readonly<Record<string, unknown>>): object => changed(base as object, changes);
const letThrough = 'lets it through';
const refused = 'refuses it';
const limits = 'compare-tiers, read 2026-11-21';

/** One more than a standard namespace holds. */
const elevenTopics = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [`platform.topics[orders.more-${index}]`, { owner: 'data' }] as const),
);

/** Mistakes that people make, each of which the kit must find before anything is sent. */
export const wrongs: readonly Wrong[] = [
  {
    name: 'a basic namespace',
    description: chosen({ tier: 'basic' }),
    code: 'KFK-K201',
    azure: `it has no Kafka endpoint: ${limits}`,
    provider: letThrough,
  },
  {
    name: 'three processing units',
    description: chosen({ units: 'three' }),
    code: 'KFK-K202',
    azure: 'premium is sold in 1, 2, 4, 6, 8, 10, 12 or 16 units: event-hubs-scalability',
    provider: letThrough,
  },
  {
    name: 'a namespace whose name ends in -sb',
    description: said({ [`${main}.namespace`]: 'matrix-orders-sb' }),
    code: 'KFK-K203',
    azure: 'the endings -sb and -mgmt are reserved: resource-name-rules',
    provider: letThrough,
  },
  {
    name: 'a namespace that nobody reaches',
    description: chosen({ reach: 'nobody' }),
    code: 'KFK-K204',
    azure: 'it is made, and no client ever connects: private-link-service',
    provider: letThrough,
  },
  {
    name: 'a key of one’s own on standard',
    description: chosen({ tier: 'standard', encryption: 'ofIdentity' }),
    code: 'KFK-K205',
    azure: `keys of one’s own are of premium and dedicated: ${limits}`,
    provider: letThrough,
  },
  {
    name: 'an archive in two regions, where the first one has no pair',
    description: said({
      [`${main}.location`]: 'polandcentral',
      [`${main}.archive`]: { storageAccount: 'matrixarchive' },
    }),
    code: 'KFK-K271',
    azure: 'Azure Storage copies nothing out of a region that has no pair: regions-list',
    provider: letThrough,
  },
  {
    name: 'a key whose vault would be in the group that is only made',
    description: said({ [`${main}.encryption`]: { key: 'https://matrix-orders.vault.azure.net/keys/event-hubs' } }),
    code: 'KFK-K272',
    azure: 'no role is given on what is not there: the assignment fails once the group and the identity are made',
    provider: letThrough,
  },
  {
    name: 'two hubs that differ in case',
    description: said({ 'platform.topics[Orders.Created]': { owner: 'orders' } }),
    code: 'KFK-K206',
    azure: 'names of resources have no case: the second one is the first one: resource-name-rules',
    provider: letThrough,
  },
  {
    name: 'a segment size of a hub',
    description: chosen({ cleanup: 'ignored' }),
    code: 'KFK-K207',
    azure: 'nothing takes it, and nobody says so: apache-kafka-configurations',
    provider: letThrough,
  },
  {
    name: 'a hub that compacts and deletes',
    description: chosen({ cleanup: 'both' }),
    code: 'KFK-K209',
    azure: 'azurerm knows Compact and Delete, and one of them would be written',
    provider: letThrough,
  },
  {
    name: 'a retention of ninety minutes',
    description: chosen({ retention: 'minutes' }),
    code: 'KFK-K212',
    azure: 'azurerm: retention_time_in_hours is a whole number',
    provider: refused,
  },
  {
    name: 'a Key Vault with two dashes in a row',
    description: chosen({ secrets: 'noVault' }),
    code: 'KFK-K216',
    azure: 'no vault is called so: resource-name-rules',
    provider: letThrough,
  },
  {
    name: 'a subnet in the letters of the portal',
    description: said({ [`${main}.subnet`]: ids.subnet.replace('resourceGroups', 'resourcegroups') }),
    code: 'KFK-K216',
    azure: 'azurerm tells ids by their letters, and plans a new endpoint for ever',
    provider: refused,
  },
  {
    name: 'more throughput units than standard grows to',
    description: chosen({ tier: 'standard', autoInflate: 'toFortyOne' }),
    code: 'KFK-K223',
    azure: 'forty at most: event-hubs-auto-inflate',
    provider: refused,
  },
  {
    name: 'units of premium that grow',
    description: chosen({ autoInflate: 'toForty' }),
    code: 'KFK-K223',
    azure: 'auto-inflate is of standard: event-hubs-auto-inflate',
    provider: letThrough,
  },
  {
    name: 'a dedicated namespace in no cluster',
    description: chosen({ tier: 'dedicatedNowhere' }),
    code: 'KFK-K224',
    azure: 'it is a standard one, and is billed so: event-hubs-dedicated-overview',
    provider: letThrough,
  },
  {
    name: 'network rules that name nobody',
    description: chosen({ reach: 'rulesForNobody', disposable: 'yes' }),
    code: 'KFK-K226',
    azure: '«if there are no IP and virtual network rules, all the traffic flows in»: event-hubs-ip-filtering',
    provider: letThrough,
  },
  {
    name: 'an address of IPv6',
    description: chosen({ reach: 'addressOfSix', disposable: 'yes' }),
    code: 'KFK-K226',
    azure: 'masks are of IPv4: event-hubs-ip-filtering',
    provider: letThrough,
  },
  {
    name: 'an archive with capitals and a dash',
    description: chosen({ logs: 'badAccount' }),
    code: 'KFK-K229',
    azure: '3 to 24 lower-case letters and digits: resource-name-rules',
    provider: refused,
  },
  {
    name: 'an archive that is locked before it is made',
    description: chosen({ logs: 'locked' }),
    code: 'KFK-K230',
    azure: 'azurerm: «initial value of immutability_policy.0.state can be either Disabled or Unlocked»',
    provider: refused,
  },
  {
    name: 'a namespace that takes over from itself',
    description: chosen({ recovery: 'aliasOfItself' }),
    code: 'KFK-K233',
    azure: 'an alias is no name of a namespace: event-hubs-geo-dr',
    provider: letThrough,
  },
  {
    name: 'hubs of a topic that is not there',
    description: chosen({ capture: 'noSuchTopic' }),
    code: 'KFK-K240',
    azure: 'nothing is captured, and nobody hears of it',
    provider: letThrough,
  },
  {
    name: 'files that are written for sixteen minutes',
    description: chosen({ capture: 'tooSeldom' }),
    code: 'KFK-K241',
    azure: 'azurerm: 60 to 900 seconds',
    provider: refused,
  },
  {
    name: 'a compacted hub that is captured',
    description: chosen({ capture: 'said', cleanup: 'compact' }),
    code: 'KFK-K242',
    azure: 'the next change of its capture leaves the policy out, and is refused: azure-cli #26865',
    provider: letThrough,
  },
  {
    name: 'a consumer group called $Default',
    description: chosen({ consumerGroups: 'vendors' }),
    code: 'KFK-K244',
    azure: 'every hub has it, and azurerm takes no name that begins with a dollar',
    provider: refused,
  },
  {
    name: 'two applications that are one identity',
    description: chosen({ identities: 'shared' }),
    code: 'KFK-K246',
    azure: 'each may do what the other may: managed identities are who one is',
    provider: letThrough,
  },
  {
    name: 'a key of a compacted hub',
    description: chosen({ access: 'sasOnCompacted' }),
    code: 'KFK-K249',
    azure: 'the rule fails to be made: azurerm #25563',
    provider: letThrough,
  },
  {
    name: 'eleven hubs of a standard namespace',
    description: said({ [`${main}.tier`]: 'standard', ...elevenTopics }),
    code: 'KFK-L201',
    azure: `ten at most: ${limits}`,
    provider: letThrough,
  },
  {
    name: 'thirty-three partitions on standard',
    description: chosen({ tier: 'standard', partitions: 'thirtyThree' }),
    code: 'KFK-L203',
    azure: `thirty-two at most: ${limits}`,
    provider: letThrough,
  },
  {
    name: 'a hundred and one partitions on premium',
    description: chosen({ units: 'two', partitions: 'hundredAndOne' }),
    code: 'KFK-L204',
    azure: `a hundred at most: ${limits}`,
    provider: letThrough,
  },
  {
    name: 'a month of records on standard',
    description: chosen({ tier: 'standard', retention: 'month' }),
    code: 'KFK-L206',
    azure: `seven days at most: ${limits}`,
    provider: letThrough,
  },
  {
    name: 'ninety-one days of records',
    description: chosen({ retention: 'quarterAndDay' }),
    code: 'KFK-L207',
    azure: `ninety days at most: ${limits}`,
    provider: letThrough,
  },
];
