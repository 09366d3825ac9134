import type { Inventory } from '../../../model/inventory';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { mskCluster, mskClusterWithPasswords } from './cluster';
import { recordedMsk } from './scale.cases';

const key = { 'authentication/scram-sha-512': 'the key of its passwords' };
const by = (authentication: string): Inventory['applications'][string] => ({
  cluster: 'main',
  shard: 'orders',
  authentication,
});
const recorded = (shop: string, billing = shop, more: object = {}): Inventory => ({
  topics: {},
  applications: { shop: by(shop), billing: by(billing) },
  clusters: {
    main: { ...recordedMsk, applied: { authentication: 'iam, scram-sha-512' }, holds: key, pools: {}, ...more },
  },
});
const described = (changes: object) => changed<Description>(small, { 'clusters.main': mskCluster, ...changes });
const told = (changes: object, inventory: Inventory) =>
  compileDescription(described(changes), { inventory })
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
const waiver = (code: string, path: string) => ({
  code,
  path,
  reason: 'agreed in INC-4711',
  owner: 'orders',
  expires: '2026-12-31',
});

test('a cluster with passwords is recorded with the key of their secrets, and its applications with how they sign in', () => {
  const { clusters, shards } = resolve(
    described({ 'clusters.main': mskClusterWithPasswords, 'platform.applications.billing.authentication': 'iam' }),
  );
  expect(clusters.get('main')?.record?.holds).toEqual(key);
  expect(shards[0]?.inventory.applications).toMatchObject({ shop: by('scram-sha-512'), billing: by('iam') });
  expect(resolve(described({})).clusters.get('main')?.record).not.toHaveProperty('holds');
});

describe('passwords that leave a cluster', () => {
  const off = {};

  test('are refused as long as anybody was recorded with one, with the key and with the clients that would be shut out', () => {
    expect(told(off, recorded('scram-sha-512', 'iam'))).toEqual([
      'KFK-I024 applications.shop.authentication',
      'KFK-K374 clusters.main.authentication',
      "KFK-I023 clusters.main.authentication['scram-sha-512']",
    ]);
  });

  test('are refused for somebody who left the description with them: his secret goes with a later stack', () => {
    expect(told(off, { ...recorded('iam'), applications: { gone: by('scram-sha-512') } })).toContain(
      'KFK-K374 clusters.main.authentication',
    );
  });

  test('go by a waiver for their key once everybody was moved', () => {
    const inventory = recorded('iam');
    const [refused, ...rest] = told(off, inventory);
    expect(rest).toEqual([]);
    expect(refused).toMatch(/^KFK-I023 /);
    const path = refused?.slice('KFK-I023 '.length) ?? '';
    expect(told({ waivers: [waiver('KFK-I023', path)] }, inventory)).toEqual([]);
  });

  test('are a plan in which the cluster comes last', () => {
    const { plans } = resolve(described({ disposable: true }), { inventory: recorded('iam') });
    expect(plans).toMatchObject([
      { path: 'clusters.main.authentication', change: expect.stringMatching(/scram-sha-512/) },
    ]);
    expect(plans[0]?.steps.join(' ')).toMatch(
      /give everybody .*KFK-I024.* list-scram-secrets .* leave scram-sha-512 out/,
    );
  });

  test('of a cluster that somebody else made are his affair', () => {
    const existing = { backend: 'msk', region: 'eu-west-1', existing: 'shared' };
    expect(told({ 'clusters.main': existing }, recorded('scram-sha-512'))).not.toContainEqual(
      expect.stringMatching(/K374/),
    );
  });
});

describe('an application that signs in otherwise', () => {
  const both = (first: string, second: string) => ({
    'clusters.main': { ...mskCluster, authentication: [first, second] },
  });
  const path = (application: string) => `applications.${application}.authentication`;

  test('because the list has another order is told so: its statements go with the apply that makes its password', () => {
    expect(told(both('scram-sha-512', 'iam'), recorded('iam'))).toEqual([
      `KFK-I024 ${path('billing')}`,
      `KFK-I024 ${path('shop')}`,
    ]);
    expect(told(both('scram-sha-512', 'iam'), recorded('scram-sha-512'))).toEqual([]);
    const [problem] = compileDescription(described(both('scram-sha-512', 'iam')), {
      inventory: recorded('iam'),
    }).problems;
    expect(problem?.fix).toMatch(
      /^stop 'billing', apply, and start it .* or, where it cannot stand still: .* beside it/,
    );
  });

  test('is a plan, and goes by a waiver once it stands still', () => {
    const waivers = ['shop', 'billing'].map((name) => waiver('KFK-I024', path(name)));
    const { plans } = resolve(described({ ...both('scram-sha-512', 'iam'), waivers }), { inventory: recorded('iam') });
    expect(plans.map(({ application, change }) => [application, change])).toEqual([
      ['billing', 'scram-sha-512 instead of iam'],
      ['shop', 'scram-sha-512 instead of iam'],
    ]);
  });

  test('is not judged where that was never recorded, where it is disposable, or once it is on another cluster', () => {
    const unknown: Inventory = { ...recorded('iam'), applications: { shop: { cluster: 'main', shard: 'orders' } } };
    expect(told(both('scram-sha-512', 'iam'), unknown)).toEqual([]);
    expect(told({ ...both('scram-sha-512', 'iam'), disposable: true }, recorded('iam'))).toEqual([]);
    const elsewhere = { ...recorded('iam'), applications: { shop: { ...by('iam'), cluster: 'other' } } };
    expect(told(both('scram-sha-512', 'iam'), elsewhere)).toEqual([]);
  });
});
