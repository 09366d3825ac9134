import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { dedicatedClusterId, namespace, otherNamespaceId, ownKey, virtualNetwork } from './namespace';

const wrong = (settings: object, changes: Readonly<Record<string, unknown>> = {}) =>
  compileDescription(changed<unknown>(small, { 'clusters.main': { ...namespace, ...settings }, ...changes }))
    .problems.filter(({ code }) => code === 'KFK-K216')
    .map(({ path, problem, fix }) => `${path}: ${problem}; ${fix}`);

const zone = '/subscriptions/s/resourceGroups/n/providers/Microsoft.Network/privateDnsZones/example.com';

test.each<[string, object, string]>([
  ['location', { location: 'West Europe' }, 'westeurope'],
  ['resourceGroup', { resourceGroup: 'kafka.' }, 'no period last'],
  ['vaultResourceGroup', { vaultResourceGroup: 'a/b' }, '1 to 90'],
  ['subnet', { subnet: 'kafka' }, 'virtualNetworks/NETWORK/subnets/SUBNET'],
  ['subnet', { subnet: namespace.subnet.toLowerCase() }, 'letters as they are here'],
  ['privateDnsZone', { privateDnsZone: zone }, 'privatelink.servicebus.windows.net'],
  ['logs', { logs: 'workspace' }, 'workspaces/WORKSPACE'],
  ['encryption.key', { encryption: { ...ownKey, key: 'kit' } }, 'https://VAULT.vault.azure.net/keys/KEY'],
  [
    'privateDnsZone.networks[0]',
    { privateDnsZone: { networks: [`${virtualNetwork}/subnets/a`] } },
    'virtualNetworks/NETWORK,',
  ],
  [
    'network.subnets[0]',
    { publicAccess: true, network: { subnets: [virtualNetwork] } },
    'virtualNetworks/NETWORK/subnets/SUBNET',
  ],
  [
    "hubs['orders.created'].capture.storageAccount",
    { hubs: { 'orders.created': { capture: { storageAccount: 'kitcapture', container: 'orders' } } } },
    'storageAccounts/ACCOUNT',
  ],
  ['dedicatedCluster', { tier: 'dedicated', dedicatedCluster: otherNamespaceId }, 'clusters/CLUSTER'],
  ['encryption.resourceGroup', { encryption: { key: ownKey.key, resourceGroup: 'a/b' } }, '1 to 90'],
  ['geoReplication.location', { geoReplication: { location: 'North Europe' } }, "write 'northeurope'"],
  ['geoReplication.location', { geoReplication: { location: 'EU!' } }, "such as 'westeurope'"],
  ['geoReplication.cluster', { geoReplication: { location: 'northeurope', cluster: 'c' } }, 'clusters/CLUSTER'],
  ['geoReplication.subnet', { geoReplication: { location: 'northeurope', subnet: 's' } }, 'subnets/SUBNET'],
  [
    'disasterRecovery.partner',
    { disasterRecovery: { alias: 'kit-alias', partner: dedicatedClusterId } },
    'namespaces/NAMESPACE',
  ],
  ['encryption.identity', { encryption: { ...ownKey, identity: 'me' } }, 'userAssignedIdentities/IDENTITY'],
])('%s of %j is refused with the form that it has', (field, settings, form) => {
  const found = wrong(settings);
  expect(found).toHaveLength(1);
  expect(found[0]?.startsWith(`clusters.main.${field}: `)).toBe(true);
  expect(found[0]).toContain(form);
});

test.each(['k', '1kit', 'kit-', 'kit--prod', 'kit_prod', 'k'.repeat(25)])('no Key Vault is called %j', (vault) => {
  expect(wrong({}, { secrets: { vault } })).toEqual([expect.stringMatching(/^secrets\.vault: .*3 to 24/)]);
});

test('a subscription counts the roles by which applications read their connections, too', () => {
  const readers = Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [
      `platform.applications.reader-${index}`,
      { owner: 'orders', consumes: { 'orders.created': {} } },
    ]),
  );
  const told = (changes: object) =>
    compileDescription(changed<unknown>(small, { 'clusters.main': namespace, ...readers, ...changes }))
      .problems.filter(({ code }) => code === 'KFK-L211')
      .map(({ problem }) => problem);
  expect(told({})).toEqual([]);
  // Shop writes, billing reads and writes its dead letter; each of 2002 applications reads its connection.
  expect(told({ secrets: { vault: 'kit' } })).toEqual([expect.stringMatching(/^4005 role assignments/)]);
});

test('where there is no namespace, a Key Vault is not judged as one of Azure', () => {
  const { problems } = compileDescription(changed<unknown>(small, { secrets: { vault: 'kit_prod' } }));
  expect(problems.map(({ code }) => code)).not.toContain('KFK-K216');
});
