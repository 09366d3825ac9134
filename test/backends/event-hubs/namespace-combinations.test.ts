import { dedicatedClusterId, otherNamespaceId, ownKey, virtualNetwork } from './namespace';
import { open, pair, told } from './told';

describe('each illegal combination is refused where it is written, with what to do', () => {
  test.each<[string, object, RegExp]>([
    ['an inflating premium namespace', { autoInflate: { maximum: 10 } }, /K223 .*autoInflate: units of premium/],
    [
      'a dedicated cluster that is made, under a name of five letters',
      { tier: 'dedicated', dedicatedCluster: { name: 'kafka' } },
      /K224 .*dedicatedCluster\.name: 'kafka'.*6 to 50/,
    ],
    [
      'the units of a dedicated cluster that is made, beside it',
      { tier: 'dedicated', units: 4, dedicatedCluster: { name: 'kit-cluster' } },
      /K224 .*units: .*dedicatedCluster: \{ name, units \}/,
    ],
    [
      'more capacity units than are sold',
      { tier: 'dedicated', dedicatedCluster: { name: 'kit-cluster', units: 21 } },
      /K202 .*dedicatedCluster\.units: dedicated is not sold in 21 units; use 1 to 20/,
    ],
    [
      'a premium namespace in a dedicated cluster',
      { dedicatedCluster: dedicatedClusterId },
      /K224 .*dedicatedCluster: a namespace in a dedicated cluster is not premium/,
    ],
    [
      'network rules that nobody asks',
      { network: { addresses: ['203.0.113.7'] } },
      /K226 .*network: without public access/,
    ],
    [
      'an address that is named twice',
      { ...open, network: { addresses: ['203.0.113.7', '203.0.113.7'] } },
      /K226 .*network\.addresses\[1\]: it is named before/,
    ],
    [
      'a network that is linked twice',
      { privateDnsZone: { networks: [virtualNetwork, virtualNetwork] } },
      /K227 .*privateDnsZone\.networks\[1\]/,
    ],
    ['a private zone that nobody looks into', { privateDnsZone: { networks: [] } }, /K227 .*privateDnsZone\.networks/],
    [
      'a vault of a key whose identity exists',
      { encryption: { ...ownKey, resourceGroup: 'vaults' } },
      /K228 .*encryption\.resourceGroup/,
    ],
    [
      'a log that is kept for no day',
      { archive: { storageAccount: 'kitlogs', retention: '0d' } },
      /K229 .*retention: .*'1d' to '146000d'/,
    ],
    [
      'a second region that is the first',
      { geoReplication: { location: 'westeurope' } },
      /K232 .*geoReplication\.location: 'westeurope' is the first region already/,
    ],
    [
      'a second region of another cloud',
      { geoReplication: { location: 'chinaeast2' } },
      /K232 .*geoReplication\.location: 'chinaeast2' is in another cloud/,
    ],
    [
      'a lag of two days',
      { geoReplication: { location: 'northeurope', lag: '2d' } },
      /K232 .*geoReplication\.lag: .*2d; use 0 seconds, or 5 minutes to 1 day/,
    ],
    [
      'a lag that is no duration',
      { geoReplication: { location: 'northeurope', lag: '0.5ms' } },
      /K232 .*geoReplication\.lag/,
    ],
    [
      'a dedicated cluster in the second region of a premium namespace',
      { geoReplication: { location: 'northeurope', cluster: dedicatedClusterId } },
      /K232 .*geoReplication\.cluster: a premium namespace/,
    ],
    [
      'a dedicated namespace without a cluster in the second region',
      { tier: 'dedicated', dedicatedCluster: dedicatedClusterId, geoReplication: { location: 'northeurope' } },
      /K232 .*geoReplication\.cluster: a dedicated namespace needs/,
    ],
    [
      'one dedicated cluster in two regions',
      {
        tier: 'dedicated',
        dedicatedCluster: dedicatedClusterId,
        geoReplication: { location: 'northeurope', cluster: dedicatedClusterId },
      },
      /K232 .*that is the cluster of the first region/,
    ],
    [
      'an alias that is no host',
      { disasterRecovery: { ...pair, alias: 'kit' } },
      /K233 .*disasterRecovery\.alias: .*6 to 50/,
    ],
    [
      'an alias that is the namespace',
      { disasterRecovery: { ...pair, alias: 'Kit-Orders' } },
      /K233 .*disasterRecovery\.alias: it is the name of the namespace/,
    ],
    [
      'a namespace that takes over from itself',
      { disasterRecovery: { ...pair, partner: otherNamespaceId.replace('kit-orders-2', 'kit-orders') } },
      /K233 .*disasterRecovery\.partner/,
    ],
    [
      'a pairing of a namespace that exists',
      { existing: true, subnet: undefined, disasterRecovery: pair },
      /K233 .*disasterRecovery: the namespace exists already/,
    ],
    [
      'a dedicated cluster that would be made for a namespace that exists',
      { existing: true, subnet: undefined, tier: 'dedicated', dedicatedCluster: { name: 'kit-cluster' } },
      /K220 .*dedicatedCluster/,
    ],
  ])('%s', (_, settings, expected) => {
    expect(told(settings).join('\n')).toMatch(expected);
  });
});
