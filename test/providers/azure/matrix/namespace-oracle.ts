import type { Refusal } from '../../../support/matrix/refusals';

const made = ['owned', 'groupExists'];
const dedicated = ['dedicated', 'dedicatedMade', 'dedicatedOfTwo'];
const overInternet = ['internet', 'addresses', 'subnets', 'both', 'zoneOfNothing', 'addressOfSix', 'rulesForNobody'];
const toldAll = ['told', 'toldInQuarter', 'toldInHalf', 'toldOfMany', 'toldSlowly', 'toldOfNothing', 'toldNowhere'];
const ownKeys = ['ofIdentity', 'versioned', 'ownIdentity', 'twice', 'groupOfNobody', 'addressOfNoKey'];
const replicated = ['geoReplication', 'synchronous', 'bounded', 'betweenClusters', 'both', 'sameRegion', 'farBehind'];

const of = (code: string, because: string, ...whens: readonly Refusal['when'][]): Refusal[] =>
  whens.map((when) => ({ when, code, because }));

/** What is refused of a namespace, by Azure's own sentences. */
export const namespaceSentences: readonly Refusal[] = [
  ...of('KFK-K201', 'Azure: basic has no Kafka endpoint', { tier: 'basic' }),
  ...of(
    'KFK-K202',
    'Azure: 1 to 40 throughput units, 1, 2, 4, 6, 8, 10, 12 or 16 processing units, 1 to 20 capacity units',
    { tier: ['premium', 'standard', 'dedicated'], units: 'none' },
    { tier: 'premium', units: ['three', 'forty'] },
    { tier: 'dedicated', units: 'forty' },
    { tier: 'dedicatedOfMany' },
  ),
  ...of('KFK-K204', 'Azure: closed to the internet and without an endpoint, nobody reaches it', {
    reach: 'nobody',
    life: made,
  }),
  ...of('KFK-K205', 'Azure: keys of one’s own are of premium and dedicated', { tier: 'standard', encryption: ownKeys }),
  ...of('KFK-K216', 'azurerm: key_vault_key_ids are addresses of keys', { encryption: 'addressOfNoKey' }),
  ...of('KFK-K216', 'azurerm: action groups are given by their ids', { alarms: 'toldNowhere' }),
  ...of('KFK-K217', 'the issue: public network access off outside disposable environments', {
    reach: overInternet,
    disposable: 'no',
    life: made,
  }),
  ...of(
    'KFK-K220',
    'Terraform changes nothing of what it does not have',
    {
      life: 'existing',
      reach: [...overInternet, 'endpointInZone', 'endpointInOwnZone', 'rulesOfClosed', 'zoneOfNobody'],
    },
    { life: 'existing', encryption: ownKeys },
    { life: 'existing', logs: ['workspace', 'archive', 'archiveInOnePlace', 'locked', 'both', 'badAccount', 'noDays'] },
    { life: 'existing', alarms: toldAll },
    { life: 'existing', autoInflate: ['toForty', 'toOne', 'toFortyOne'] },
    { life: 'existing', recovery: replicated },
    { life: 'existing', tier: ['dedicatedMade', 'dedicatedOfTwo', 'dedicatedOfMany'] },
    { life: 'existing', 'clusters.main.deleteLock': '=true' },
  ),
  ...of(
    'KFK-K223',
    'Azure: auto-inflate is of standard, to 40 throughput units at most',
    { autoInflate: ['toForty', 'toOne', 'toFortyOne'], tier: ['premium', 'premiumInCluster', 'basic', ...dedicated] },
    { autoInflate: ['toOne', 'toFortyOne'], tier: 'standard' },
    { autoInflate: 'toForty', tier: 'standard', units: 'forty' },
  ),
  ...of(
    'KFK-K224',
    'Azure: a namespace in a dedicated cluster has its cluster’s units, and another tier has no cluster',
    { tier: ['dedicatedNowhere', 'premiumInCluster'] },
    { tier: ['dedicatedMade', 'dedicatedOfTwo'], units: ['two', 'three', 'sixteen', 'forty', 'none'] },
  ),
  ...of('KFK-K226', 'Azure: without IP and network rules all traffic flows in; masks are of IPv4', {
    reach: ['rulesOfClosed', 'rulesForNobody', 'addressOfSix'],
    life: made,
  }),
  ...of('KFK-K227', 'Azure: a zone has the addresses of endpoints', {
    reach: ['zoneOfNothing', 'zoneOfNobody'],
    life: made,
  }),
  ...of('KFK-K228', 'an identity that exists has its role already', { encryption: 'groupOfNobody', life: made }),
  ...of('KFK-K229', 'Azure: 3 to 24 lower-case letters and digits, from one day', {
    logs: ['badAccount', 'noDays'],
    life: made,
  }),
  ...of('KFK-K542', 'a number of failures below none is never reached', { alarms: 'toldOfNothing', life: made }),
  ...of('KFK-K230', 'azurerm: the first state of a policy is Disabled or Unlocked', { logs: 'locked', life: made }),
  ...of('KFK-K231', 'Azure: geo-replication is of premium and dedicated', {
    tier: 'standard',
    recovery: replicated,
    life: made,
  }),
  ...of(
    'KFK-K232',
    'Azure: another region, 5 minutes to a day behind, between two dedicated clusters or none',
    { recovery: ['sameRegion', 'farBehind'], life: made },
    { recovery: replicated.filter((level) => level !== 'betweenClusters'), tier: dedicated, life: made },
    { recovery: 'betweenClusters', tier: ['premium', 'standard'], life: made },
  ),
  ...of(
    'KFK-K233',
    'Azure: a pair needs a name of its own; settings are carried once',
    { recovery: ['both', 'aliasOfItself'] },
    { recovery: ['alias', 'both', 'aliasOfItself'], life: 'existing' },
  ),
];
