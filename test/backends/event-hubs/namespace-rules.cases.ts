import { emptyInventory } from '../../../model/inventory';
import type { RuleCase } from '../../model/rule-case';
import { dedicatedClusterId, namespace, otherNamespaceId, ownKey, privateDnsZone, virtualNetwork } from './namespace';

const on = (settings: object, changes: RuleCase['failing'] = {}): RuleCase['failing'] => ({
  'clusters.main': { ...namespace, ...settings },
  ...changes,
});
const standard = (settings: object, changes: RuleCase['failing'] = {}) =>
  on(
    { tier: 'standard', ...settings },
    { 'platform.applications.billing.consumes[orders.created].deadLetter': { retention: '7d' }, ...changes },
  );
const open = { subnet: undefined, publicAccess: true };
const geoReplication = { location: 'northeurope' };
const pair = { alias: 'kit-orders-alias', partner: otherNamespaceId };
const recorded = { ...emptyInventory, clusters: { main: { backend: 'event-hubs', version: '1.0', pools: {} } } };

/** Of which what is captured is written by an identity. */
const captured = (identity: string) => ({
  'orders.created': {
    capture: {
      storageAccount: '/subscriptions/s/resourceGroups/lake/providers/Microsoft.Storage/storageAccounts/kitlake',
      container: 'orders',
      identity,
    },
  },
});

/** A second cluster, which is the same but for some fields. */
const two = (settings: object) =>
  on(
    {},
    {
      'clusters.other': { ...namespace, ...settings },
      'platform.topics[orders.created].cluster': 'main',
      'platform.applications.shop.cluster': 'main',
      'platform.applications.billing.cluster': 'main',
    },
  );

/** The namespace as it was applied, with a hub. */
const withHub = (fixed: Readonly<Record<string, string>>) => ({
  topics: { 'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
  applications: {},
  clusters: { main: { ...recorded.clusters.main, fixed: { namespace: 'kit-orders', ...fixed } } },
});

/** Of a namespace itself: its tier, its network, its key, its logs and its second region. */
export const namespaceCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K217': {
    failing: on(open),
    nearly: on(open, { disposable: true }),
  },
  'KFK-K220': {
    failing: on({ existing: true, subnet: undefined, deleteLock: true }),
    nearly: on({ existing: true, subnet: undefined, units: 4 }),
  },
  'KFK-K221': { failing: on({ location: 'chinaeast2' }), nearly: on({ location: 'eastus2' }) },
  'KFK-K222': { failing: on({ location: 'westeurop' }), nearly: on({ location: 'newzealandnorth' }) },
  'KFK-K223': {
    failing: standard({ units: 4, autoInflate: { maximum: 4 } }),
    nearly: standard({ units: 4, autoInflate: { maximum: 5 } }),
  },
  'KFK-K224': {
    failing: on({ tier: 'dedicated' }),
    nearly: on({ tier: 'dedicated', dedicatedCluster: { name: 'kit-cluster', units: 2 } }),
  },
  'KFK-K225': {
    failing: standard({}, { profile: 'production' }),
    nearly: standard({ autoInflate: { maximum: 10 } }, { profile: 'production' }),
  },
  'KFK-K226': {
    failing: on({ ...open, network: { trustedServices: true } }),
    nearly: on({ ...open, network: { addresses: ['203.0.113.0/24'] } }),
  },
  'KFK-K227': {
    failing: on({ ...open, privateDnsZone }),
    nearly: on({ privateDnsZone: { networks: [virtualNetwork] } }),
  },
  'KFK-K228': {
    failing: on({ encryption: { key: 'https://kit.managedhsm.azure.net/keys/event-hubs' } }),
    nearly: on({ encryption: { key: ownKey.key, resourceGroup: 'vaults' } }),
  },
  'KFK-K229': {
    failing: on({ archive: { storageAccount: 'kit-logs' } }),
    nearly: on({ archive: { storageAccount: 'kitlogs', retention: '146000d' } }),
  },
  'KFK-K230': {
    failing: on({ archive: { storageAccount: 'kitlogs', locked: true } }),
    nearly: on({ archive: { storageAccount: 'kitlogs', locked: true } }),
    inventory: recorded,
    nearlyInventory: {
      ...recorded,
      clusters: { main: { ...recorded.clusters.main, holds: { archive: 'kitlogs' } } },
    },
  },
  'KFK-K270': {
    failing: on({}, { profile: 'production' }),
    nearly: on({ subscription: '11111111-1111-1111-1111-111111111111' }, { profile: 'production' }),
  },
  'KFK-K271': {
    failing: on({ location: 'polandcentral', archive: { storageAccount: 'kitlogs' } }),
    nearly: on({ location: 'polandcentral', archive: { storageAccount: 'kitlogs', replication: 'ZRS' } }),
  },
  'KFK-K272': {
    failing: on({ encryption: { key: ownKey.key } }),
    nearly: on({ encryption: { key: ownKey.key }, vaultResourceGroup: 'vaults' }),
  },
  'KFK-K273': {
    failing: on({ existing: true, subnet: undefined, hubs: captured(ownKey.identity) }),
    nearly: on({ hubs: captured(ownKey.identity) }),
  },
  'KFK-K231': { failing: standard({ geoReplication }), nearly: on({ geoReplication }) },
  'KFK-K232': {
    failing: on({ geoReplication: { ...geoReplication, lag: '4m' } }),
    nearly: on({
      tier: 'dedicated',
      dedicatedCluster: { name: 'kit-cluster' },
      geoReplication: { ...geoReplication, lag: '0s', cluster: dedicatedClusterId },
    }),
  },
  'KFK-K233': {
    failing: on({ disasterRecovery: pair, geoReplication }),
    nearly: on({ disasterRecovery: pair }),
  },
  'KFK-K234': {
    failing: on({ geoReplication }, { profile: 'production' }),
    nearly: on({ geoReplication: { ...geoReplication, subnet: namespace.subnet } }, { profile: 'production' }),
  },
  'KFK-K236': {
    failing: on({ encryption: ownKey }),
    nearly: on({ encryption: ownKey }),
    inventory: withHub({}),
    nearlyInventory: withHub({ encryption: 'a key of your own' }),
  },
  'KFK-K237': {
    failing: two({}),
    nearly: two({ namespace: 'kit-other', resourceGroupExists: true }),
  },
  'KFK-K235': { failing: on({ disasterRecovery: pair }), nearly: on({ geoReplication }) },
};
