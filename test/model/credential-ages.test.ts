import { noRotations } from '../../model/rotations';
import { strimzi } from '../contract/cases/strimzi';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

const codes = (changes: object, rotations = noRotations) =>
  compileDescription(changed(small as object, { ...changes }), { rotations })
    .problems.filter(({ code }) => /^KFK-(X04|E006)/.test(code))
    .map(({ code, path }) => `${code} ${path}`);

const tokens = {
  'clusters.main': {
    backend: 'kafka',
    authentication: ['oauth'],
    oauth: { tokenEndpoint: 'https://login.example.com/token', userNameClaim: 'azp' },
  },
};
const proven = {
  'platform.applications.shop.oauth': { assertionFile: '/var/run/token' },
  'platform.applications.billing.oauth': { assertionFile: '/var/run/token' },
};

test('a client secret has an age as a password has', () => {
  const lasts = { ...tokens, 'secrets.lasts': '90d' };
  expect(codes(lasts)).toEqual(['KFK-X042 applications.billing', 'KFK-X042 applications.shop']);
  const both = { version: 1, since: '2026-11-20' };
  expect(codes(lasts, { applications: { shop: both, billing: both } })).toEqual([]);
  expect(codes({ ...tokens, profile: 'regulated' })).toEqual(['KFK-X043 secrets.lasts']);
});

test('whom a platform vouches for has none', () => {
  expect(codes({ ...tokens, ...proven, 'secrets.lasts': '90d' })).toEqual(['KFK-X048 secrets.lasts']);
  expect(codes({ ...tokens, ...proven, profile: 'regulated' })).toEqual([]);
});

const vault = {
  by: 'vault',
  server: 'https://vault.example.com:8200',
  role: 'kafka-test',
  login: { role: 'external-secrets' },
};
const byCertificate = (clientCertificates: unknown) => ({
  kubernetes: {},
  'clusters.main': { ...strimzi.cluster, authentication: ['mtls'], clientCertificates },
});

test.each([
  ['the User Operator', 'operator'],
  ['Vault', vault],
])('of certificates that %s renews in time none grows old, and nobody is asked to say how old one may be', (_, by) => {
  expect(codes(byCertificate(by))).toEqual([]);
  expect(codes({ ...byCertificate(by), profile: 'regulated' })).toEqual([]);
  expect(codes({ ...byCertificate(by), 'secrets.lasts': '60d' })).toEqual(['KFK-X048 secrets.lasts']);
});

test('those that somebody else signs grow old', () => {
  const lasts = { ...byCertificate('external'), 'secrets.lasts': '60d' };
  expect(codes(lasts)).toEqual(['KFK-X042 applications.billing', 'KFK-X042 applications.shop']);
  expect(codes({ ...byCertificate('external'), profile: 'regulated' })).toEqual(['KFK-X043 secrets.lasts']);
});

test('what two users are for is not asked while a rotation is under way whose application signs in by something else', () => {
  const mtls = { 'secrets.users': 'two', 'clusters.main.authentication': ['mtls'] };
  const shop = { version: 2, since: '2026-11-20', second: true } as const;
  expect(codes(mtls, { applications: { shop: { ...shop, overlap: 'delivered' } } })).toEqual([]);
  expect(codes(mtls, { applications: { shop } })).toEqual(['KFK-X048 secrets.users']);
});

test('nothing here writes a client secret, so no version of one is counted', () => {
  expect(codes({ ...tokens, 'secrets.versions': { shop: 2 } })).toEqual(['KFK-E006 secrets.versions.shop']);
});

test('of a local cluster only the machine that made its credentials knows how old they are', () => {
  expect(codes({ 'clusters.main': { backend: 'kafka', local: true, brokers: 1 }, 'secrets.lasts': '90d' })).toEqual([]);
});
