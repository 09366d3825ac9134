import type { Levels, Said } from '../../../support/matrix/said';
import { ids } from './ids';

const main = 'clusters.main';
const dedicated = (cluster: unknown): Said => ({
  [`${main}.tier`]: 'dedicated',
  [`${main}.dedicatedCluster`]: cluster,
});
/** Nobody reaches it by a network of the company. */
const open = (said: Said): Said => ({ [`${main}.subnet`]: undefined, [`${main}.publicAccess`]: true, ...said });
const key = 'https://matrix-orders.vault.azure.net/keys/event-hubs';
const encryption = (said: object): Said => ({ [`${main}.encryption`]: { key, ...said } });
const archive = (said: object = {}): Said => ({ [`${main}.archive`]: { storageAccount: 'matrixarchive', ...said } });

const alarms = (said: object): Said => ({ [`${main}.audit`]: { alarms: { notify: ids.actionGroup, ...said } } });

/** What a namespace is made of, how it is reached, and what becomes of its logs. */
export const namespaceFeatures: Readonly<Record<string, Levels>> = {
  tier: {
    premium: {},
    standard: { [`${main}.tier`]: 'standard' },
    dedicated: dedicated(ids.dedicatedCluster),
    dedicatedMade: dedicated({ name: 'matrix-dedicated' }),
    dedicatedOfTwo: dedicated({ name: 'matrix-dedicated', units: 2 }),
    basic: { [`${main}.tier`]: 'basic' },
    dedicatedNowhere: { [`${main}.tier`]: 'dedicated' },
    premiumInCluster: { [`${main}.dedicatedCluster`]: ids.dedicatedCluster },
    dedicatedOfMany: dedicated({ name: 'matrix-dedicated', units: 21 }),
  },
  units: {
    unsaid: {},
    two: { [`${main}.units`]: 2 },
    three: { [`${main}.units`]: 3 },
    sixteen: { [`${main}.units`]: 16 },
    forty: { [`${main}.units`]: 40 },
    none: { [`${main}.units`]: 0 },
  },
  autoInflate: {
    none: {},
    toForty: { [`${main}.autoInflate`]: { maximum: 40 } },
    toOne: { [`${main}.autoInflate`]: { maximum: 1 } },
    toFortyOne: { [`${main}.autoInflate`]: { maximum: 41 } },
  },
  life: {
    owned: {},
    groupExists: { [`${main}.resourceGroupExists`]: true },
    // What is said of its network would be nobody's to do.
    existing: { [`${main}.existing`]: true, [`${main}.subnet`]: undefined },
  },
  reach: {
    endpoint: {},
    endpointInZone: { [`${main}.privateDnsZone`]: ids.zone },
    endpointInOwnZone: { [`${main}.privateDnsZone`]: { networks: [ids.network, ids.otherNetwork] } },
    internet: open({}),
    addresses: open({ [`${main}.network`]: { addresses: ['203.0.113.0/24', '198.51.100.7'] } }),
    subnets: open({ [`${main}.network`]: { subnets: [ids.subnet, ids.otherSubnet], trustedServices: true } }),
    both: { [`${main}.publicAccess`]: true, [`${main}.network`]: { addresses: ['203.0.113.0/24'] } },
    nobody: { [`${main}.subnet`]: undefined },
    rulesOfClosed: { [`${main}.network`]: { addresses: ['203.0.113.0/24'] } },
    zoneOfNothing: open({ [`${main}.privateDnsZone`]: ids.zone }),
    addressOfSix: open({ [`${main}.network`]: { addresses: ['2001:db8::/32'] } }),
    rulesForNobody: open({ [`${main}.network`]: { trustedServices: true } }),
    zoneOfNobody: { [`${main}.privateDnsZone`]: { networks: [] } },
  },
  encryption: {
    vendor: {},
    ofIdentity: encryption({ identity: ids.encryptionIdentity }),
    versioned: {
      [`${main}.encryption`]: { key: `${key}/0123456789abcdef0123456789abcdef`, identity: ids.encryptionIdentity },
    },
    ownIdentity: encryption({ resourceGroup: 'security' }),
    twice: encryption({ identity: ids.encryptionIdentity, twice: true }),
    groupOfNobody: encryption({ identity: ids.encryptionIdentity, resourceGroup: 'security' }),
    addressOfNoKey: { [`${main}.encryption`]: { key: 'event-hubs', identity: ids.encryptionIdentity } },
  },
  logs: {
    none: {},
    workspace: { [`${main}.logs`]: ids.workspace },
    archive: archive(),
    archiveInOnePlace: archive({ replication: 'LRS' }),
    locked: archive({ retention: '30d', locked: true, replication: 'ZRS' }),
    both: { [`${main}.logs`]: ids.workspace, ...archive({ retention: '730d', locked: false, replication: 'GZRS' }) },
    badAccount: archive({ storageAccount: 'Matrix-Archive' }),
    noDays: archive({ retention: '0d' }),
  },
  alarms: {
    none: {},
    told: alarms({}),
    toldInQuarter: alarms({ within: '15m' }),
    toldInHalf: alarms({ within: '30m' }),
    toldOfMany: alarms({ moreThan: 100, within: '1h' }),
    toldSlowly: alarms({ moreThan: 0, within: '6h' }),
    toldOfNothing: alarms({ moreThan: -1 }),
    toldNowhere: alarms({ notify: 'security' }),
  },
  recovery: {
    none: {},
    geoReplication: { [`${main}.geoReplication`]: { location: 'northeurope' } },
    synchronous: { [`${main}.geoReplication`]: { location: 'northeurope', lag: '0s' } },
    bounded: { [`${main}.geoReplication`]: { location: 'northeurope', lag: '15m', subnet: ids.northernSubnet } },
    betweenClusters: {
      [`${main}.geoReplication`]: { location: 'northeurope', cluster: ids.otherDedicatedCluster },
    },
    alias: { [`${main}.disasterRecovery`]: { alias: 'matrix-orders-any', partner: ids.otherNamespace } },
    both: {
      [`${main}.geoReplication`]: { location: 'northeurope' },
      [`${main}.disasterRecovery`]: { alias: 'matrix-orders-any', partner: ids.otherNamespace },
    },
    farBehind: { [`${main}.geoReplication`]: { location: 'northeurope', lag: '2d' } },
    aliasOfItself: { [`${main}.disasterRecovery`]: { alias: 'matrix-orders', partner: ids.otherNamespace } },
    sameRegion: { [`${main}.geoReplication`]: { location: 'westeurope' } },
  },
};
