import { told } from './told';

const lasts = (clientCertificates: string, more: object = {}) =>
  told({
    kubernetes: {},
    'clusters.main': { backend: 'strimzi', authentication: ['scram-sha-512', 'mtls'], clientCertificates },
    'platform.applications.shop.authentication': 'mtls',
    'platform.applications.billing.authentication': 'scram-sha-512',
    secrets: { store: 'kubernetes', lasts: '90d' },
    ...more,
  });
const overdue = ({ attention }: ReturnType<typeof told>) =>
  attention.filter(({ what }) => what.includes('its credential is there')).map(({ where }) => where);

test('a certificate that is renewed in time is not overdue, and has no version that somebody counts', () => {
  const evidence = lasts('operator');
  expect(overdue(evidence)).toEqual(['billing']);
  const shop = evidence.credentials.find(({ who }) => who === 'shop');
  expect(shop).toMatchObject({ version: null, since: null, due: null, overdue: false });
});

test('one that somebody else brings is', () => {
  const evidence = lasts('external');
  expect(overdue(evidence)).toEqual(['billing', 'shop']);
  expect(evidence.credentials.find(({ who }) => who === 'shop')).toMatchObject({ version: 1, overdue: true });
});
