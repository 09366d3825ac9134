import { noRotations } from '../../model/rotations';
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

test('nothing here writes a client secret, so no version of one is counted', () => {
  expect(codes({ ...tokens, 'secrets.versions': { shop: 2 } })).toEqual(['KFK-E006 secrets.versions.shop']);
});

test('of a local cluster only the machine that made its credentials knows how old they are', () => {
  expect(codes({ 'clusters.main': { backend: 'kafka', local: true, brokers: 1 }, 'secrets.lasts': '90d' })).toEqual([]);
});
