import type { Inventory } from '../../../model/inventory';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { mskCluster, mskClusterWithPasswords } from './cluster';

const open = { reason: 'imported from the old account', until: '2026-12-31' };
const inventory: Inventory = {
  topics: {},
  applications: {},
  clusters: { main: { backend: 'msk', version: '3.9', pools: {} } },
};
const described = (cluster: object = {}) =>
  changed<Description>(small, {
    'clusters.main': { ...mskClusterWithPasswords, open, ...cluster },
    'platform.topics[orders.paid]': { owner: 'orders' },
    'platform.applications.billing.authentication': 'iam',
    'platform.applications.billing.produces': { 'orders.paid': {} },
    'platform.applications.till': { owner: 'orders', consumes: { 'orders.created': {} } },
  });
const plansOf = (cluster?: object) => resolve(described(cluster), { inventory }).plans;

describe('a cluster that lived open', () => {
  const [plan, ...more] = plansOf();
  const steps = plan?.steps ?? [];

  test('is closed by one plan, in stages: derive, observe, close', () => {
    expect(more).toEqual([]);
    expect(plan).toMatchObject({
      cluster: 'main',
      path: 'clusters.main.open',
      change: expect.stringContaining('2026-12-31'),
    });
    expect(steps.map((step) => /^\w+/.exec(step)?.[0])).toEqual([
      'derive',
      'derive',
      'observe',
      'observe',
      'close',
      'watch',
    ]);
  });

  test('is told which topics the first apply closes for whoever is not described, and which only closing does', () => {
    expect(plan?.warns?.[0]).toContain("closes 'orders.created' for whoever is not described");
    expect(plan?.warns?.[1]).toContain("closing also closes 'orders.created.billing.dlq', 'orders.paid'");
  });

  test('names who is bound by ACLs, and no one who signs in by IAM', () => {
    expect(steps[1]).toContain("'shop', 'till'");
    expect(steps.join()).not.toContain("'billing'");
  });

  test('is looked at where refusals and connections are seen', () => {
    expect(steps.join()).toMatch(/is Denied Operation.*ClientConnectionCount.*none of 'till'/s);
  });

  test('that somebody else owns is closed by him', () => {
    const { network: _, ...found } = mskClusterWithPasswords;
    const [theirs] = resolve(
      changed<Description>(described(), { 'clusters.main': { ...found, existing: 'shared', open } }),
    ).plans;
    expect(theirs?.steps.join()).toContain("whoever runs 'shared' sets allow.everyone.if.no.acl.found=false");
  });

  test('and is closed has no such plan', () => {
    expect(plansOf({ open: undefined })).toEqual([]);
  });
});

const told = (cluster: object, options: Parameters<typeof compileDescription>[1] = { inventory }) =>
  compileDescription(described(cluster), options)
    .problems.filter(({ code }) => code.startsWith('KFK-K37'))
    .map(({ code, severity, problem }) => `${code} ${severity} ${problem}`);

test('as long as it is open, everybody who checks is told, and why it is', () => {
  expect(told({})).toEqual([
    'KFK-K371 warning until 2026-12-31 whoever signs in reads and writes every topic that has no ACL: imported from the old account',
  ]);
});

test('it is refused once its day has passed', () => {
  expect(told({}, { inventory, today: '2027-01-01' })).toEqual(
    expect.arrayContaining(['KFK-K370 error it was to be closed by 2026-12-31']),
  );
});

test('it is refused where nobody can rely on it: the cluster is new', () => {
  expect(told({}, {})).toEqual(
    expect.arrayContaining(["KFK-K372 error 'test' has no such cluster yet, so nobody relies on its being open"]),
  );
});

test('it is refused where there is nothing to close', () => {
  const iamOnly = changed<Description>(small, { 'clusters.main': { ...mskCluster, open } });
  expect(compileDescription(iamOnly, { inventory }).problems.map(({ code }) => code)).toContain('KFK-K373');
});
