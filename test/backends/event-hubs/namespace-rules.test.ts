import { namespace, ownKey, privateDnsZone, virtualNetwork } from './namespace';
import { open, pair, told } from './told';

const standard = {
  'platform.applications.billing.consumes[orders.created].deadLetter': { retention: '7d' },
};

test.each(['11.0.0.0/7', '203.0.113.1/24', '300.0.0.1', '2001:db8::1', '0.0.0.0/0'])(
  '%s is no address and no range of them, and the rule names it',
  (address) => {
    expect(told({ ...open, network: { addresses: ['203.0.113.7', address] } }).join('\n')).toContain(
      `clusters.main.network.addresses[1]: '${address}' is no IPv4 address`,
    );
  },
);

test('the public address is an error outside disposable environments, also behind network rules, and may be waived in writing', () => {
  const waiver = {
    code: 'KFK-K217',
    path: 'clusters.main.publicAccess',
    reason: 'partners without a network of ours',
    owner: 'orders',
    expires: '2027-01-01',
  };
  const found = (settings: object, changes: object = {}) =>
    told({ ...open, ...settings }, { ...changes }).filter((line) => line.includes('K217'));
  expect(found({})).toEqual([expect.stringMatching(/^error .*from the internet/)]);
  expect(found({ network: { addresses: ['203.0.113.7'] } })).toEqual([
    expect.stringMatching(/^error .*from the addresses and subnets of network/),
  ]);
  expect(found({}, { disposable: true })).toEqual([]);
  expect(found({}, { waivers: [waiver] })).toEqual([]);
});

test('a misspelled region is told what it is near to; a region of a nation’s cloud is told where its hosts end', () => {
  expect(told({ location: 'westeurop' })).toEqual([expect.stringContaining("did you mean 'westeurope'?")]);
  expect(told({ location: 'usgovvirginia' })).toEqual([
    expect.stringMatching(/KFK-K221 .*location: hosts in 'usgovvirginia' end in \.servicebus\.usgovcloudapi\.net/),
  ]);
});

test('an identity that is made has a name of 128 characters at most', () => {
  const named = (length: number) =>
    told(
      {},
      {
        name: 'e'.repeat(63),
        clusters: { ['c'.repeat(length)]: { ...namespace, encryption: { key: ownKey.key } } },
        'platform.applications': { a: { owner: 'orders', produces: { 'orders.created': {} } } },
      },
    ).filter((line) => line.includes('K228'));
  // An environment of 63, a dash, and `-encryption`.
  expect(named(53)).toEqual([]);
  expect(named(54)).toEqual([expect.stringMatching(/encryption\.identity: .*has 129 characters, and Azure takes 128/)]);
});

test('what two clusters would make is told of the second, each thing where it is named', () => {
  const all = {
    tier: 'dedicated',
    dedicatedCluster: { name: 'kit-cluster' },
    privateDnsZone: { networks: [virtualNetwork] },
    archive: { storageAccount: 'kitlogs' },
  };
  const found = (settings: object, other: object) =>
    told(settings, {
      'clusters.other': { ...namespace, ...other },
      'platform.topics[orders.created].cluster': 'main',
      'platform.applications.shop.cluster': 'main',
      'platform.applications.billing.cluster': 'main',
    })
      .filter((line) => line.includes('K237'))
      .map((line) => line.split(' ').slice(2).join(' '));
  expect(found(all, { ...all, resourceGroup: 'Kafka' })).toEqual([
    expect.stringMatching(
      /^clusters\.other\.archive\.storageAccount: the storage account 'kitlogs' is of 'main' already/,
    ),
    expect.stringMatching(/^clusters\.other\.dedicatedCluster: the dedicated cluster 'kit-cluster' of 'Kafka'/),
    expect.stringMatching(/^clusters\.other\.namespace: the host 'kit-orders'/),
    expect.stringMatching(/^clusters\.other\.privateDnsZone: the private DNS zone of 'Kafka'/),
    expect.stringMatching(/^clusters\.other\.resourceGroup: the resource group 'Kafka' .*resourceGroupExists: true/),
  ]);
  const apart = { namespace: 'kit-other', resourceGroup: 'other' };
  expect(found({}, apart)).toEqual([]);
  expect(found({}, { ...apart, disasterRecovery: { ...pair, alias: 'kit-orders' } })).toEqual([
    expect.stringMatching(/^clusters\.other\.disasterRecovery\.alias: the host 'kit-orders' is of 'main'/),
  ]);
  expect(found({}, { existing: true, subnet: undefined })).toEqual([
    expect.stringMatching(/^clusters\.other\.namespace/),
  ]);
});

test('a namespace that exists is asked for nothing but where it is', () => {
  expect(told({ existing: true, subnet: undefined, resourceGroupExists: true, deleteLock: false })).toEqual([]);
  expect(told({ existing: true, privateDnsZone, logs: '/w' }).filter((line) => line.includes('K220'))).toHaveLength(3);
});

test('a namespace with everything that its tier has is not told anything', () => {
  expect(
    told({
      privateDnsZone,
      encryption: { key: ownKey.key, resourceGroup: 'vaults' },
      archive: { storageAccount: 'kitlogs' },
      geoReplication: { location: 'northeurope', lag: '1d' },
      deleteLock: true,
    }),
  ).toEqual([]);
  expect(told({ tier: 'standard', units: 39, autoInflate: { maximum: 40 } }, standard)).toEqual([]);
});

test('an archive is stored where its region can, whatever is said or is not', () => {
  const found = (location: string, replication?: string) =>
    told({ location, archive: { storageAccount: 'kitlogs', ...(replication ? { replication } : {}) } }).filter((line) =>
      line.includes('K271'),
    );
  expect(found('italynorth')).toEqual([
    expect.stringMatching(/archive\.replication: 'italynorth' is paired with no region .*GRS.*say replication: 'ZRS'/),
  ]);
  expect(found('italynorth', 'GZRS')).toHaveLength(1);
  expect(found('westus', 'ZRS')).toEqual([expect.stringMatching(/'westus' has no zones .*say replication: 'GRS'/)]);
  expect(found('westus', 'GZRS')).toHaveLength(1);
  expect([...found('westus'), ...found('westus', 'LRS'), ...found('italynorth', 'ZRS')]).toEqual([]);
});

test('the vault of a key is in no group that the namespace is made with, unless that was made before', () => {
  const found = (said: object, encryption: object = {}) =>
    told({ ...said, encryption: { key: ownKey.key, ...encryption } }).filter((line) => line.includes('K272'));
  expect(found({})).toHaveLength(1);
  expect(found({ vaultResourceGroup: 'Kafka' })).toHaveLength(1);
  expect(found({}, { resourceGroup: 'kafka' })).toHaveLength(1);
  expect(found({}, { identity: ownKey.identity })).toEqual([]);
  expect(found({ resourceGroupExists: true })).toEqual([]);
  expect(found({}, { resourceGroup: 'vaults' })).toEqual([]);
});

test('the identity that writes what is captured is told of once, of a namespace that somebody else has', () => {
  const capture = {
    storageAccount: '/subscriptions/s/resourceGroups/lake/providers/Microsoft.Storage/storageAccounts/kitlake',
    container: 'orders',
    identity: ownKey.identity,
  };
  const hubs = { 'orders.created': { capture }, 'orders.created-retry-1': { capture } };
  const found = (said: object) => told({ hubs, ...said }).filter((line) => line.includes('K273'));
  expect(found({ existing: true, subnet: undefined })).toHaveLength(1);
  expect(found({})).toEqual([]);
});

test('a subscription is written as Azure writes it', () => {
  const found = (subscription: string) => told({ subscription }).filter((line) => line.includes('subscription'));
  expect(found('production')).toEqual([expect.stringMatching(/^error KFK-K216 clusters\.main\.subscription: /)]);
  expect(found('11111111-1111-1111-1111-111111111111')).toEqual([]);
});
