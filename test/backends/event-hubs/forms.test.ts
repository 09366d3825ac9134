import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { namespace, ownKey } from './namespace';

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
  ['encryption.identity', { encryption: { ...ownKey, identity: 'me' } }, 'userAssignedIdentities/IDENTITY'],
])('%s of %j is refused with the form that it has', (field, settings, form) => {
  const found = wrong(settings);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^clusters\\.main\\.${field}: `));
  expect(found[0]).toContain(form);
});

test.each(['k', '1kit', 'kit-', 'kit--prod', 'kit_prod', 'k'.repeat(25)])('no Key Vault is called %j', (vault) => {
  expect(wrong({}, { secrets: { vault } })).toEqual([expect.stringMatching(/^secrets\.vault: .*3 to 24/)]);
});

test('where there is no namespace, a Key Vault is not judged as one of Azure', () => {
  const { problems } = compileDescription(changed<unknown>(small, { secrets: { vault: 'kit_prod' } }));
  expect(problems.map(({ code }) => code)).not.toContain('KFK-K216');
});
