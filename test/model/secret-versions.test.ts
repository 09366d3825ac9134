import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

const azure = changed(small as object, {
  'clusters.main': {
    backend: 'event-hubs',
    namespace: 'contoso-orders',
    location: 'westeurope',
    resourceGroup: 'kafka',
    subnet:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/platform/subnets/kafka',
    authentication: ['entra-id', 'sas'],
  },
  'secrets.store': 'key-vault',
  'secrets.vault': 'contoso-orders',
  'platform.applications.billing.consumes[orders.created].deadLetter': { retention: '7d' },
  'accepts.sas': { reason: 'a program that knows nothing else', owner: 'orders', until: '2027-05-31' },
});

const codesOf = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed(azure, changes)).problems.flatMap(({ severity, code, path }) =>
    severity === 'error' ? [`${code} ${path}`] : [],
  );

test('a version makes a key anew, and is refused of an application that holds none', () => {
  expect(codesOf({ 'secrets.versions': { shop: 2 } })).toEqual(['KFK-E006 secrets.versions.shop']);
  expect(codesOf({ 'secrets.versions': { shop: 2 }, 'platform.applications.shop.authentication': 'sas' })).toEqual([]);
  expect(codesOf({ 'secrets.versions': { shop: 1 } })).toEqual([]);
});
