import { join } from 'node:path';
import type { ClusterRecord } from '../../../model/cluster-record';
import { emptyInventory, type Inventory } from '../../../model/inventory';
import { clusterExplanation } from '../../../workflows/explain/cluster-explanation';
import { readInventory, writeInventory } from '../../../workflows/load/inventory';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';
import { namespace } from './namespace';

const described = (settings: object, more: object = {}) =>
  changed<Description>(small, { 'clusters.main': { ...namespace, units: 4, ...settings }, ...more });
const recordedMain: ClusterRecord = {
  backend: 'event-hubs',
  version: '1.0',
  fixed: { namespace: 'kit-orders', location: 'westeurope', resourceGroup: 'kafka', tier: 'premium' },
  applied: { subnet: namespace.subnet },
  units: 4,
  pools: {},
};
const recorded = (more: Partial<ClusterRecord> = {}): Inventory => ({
  ...emptyInventory,
  clusters: { main: { ...recordedMain, ...more } },
});
const told = (settings: object, inventory = recorded(), more: object = {}) =>
  compileDescription(described(settings, more), { inventory })
    .problems.filter(({ code }) => code.startsWith('KFK-I02'))
    .map(({ code, path, problem }) => `${code} ${path}: ${problem}`);
const plan = (settings: object, inventory = recorded(), more: object = {}) =>
  resolve(described(settings, more), { inventory }).plans.map(({ change, steps, warns = [] }) =>
    [change, ...steps, ...warns].join('\n'),
  );

test('what is as it was recorded has no plan, and what is recorded is what is described', () => {
  const { plans, clusters } = resolve(described({}), { inventory: recorded() });
  expect(plans).toEqual([]);
  expect(clusters.get('main')?.record).toEqual(recordedMain);
});

test('a namespace that somebody else made is not recorded', () => {
  const existing = { existing: true, subnet: undefined, units: undefined };
  expect(resolve(described(existing)).clusters.get('main')?.record).toBeUndefined();
});

describe('units', () => {
  test('come without an interruption', () => {
    const [text = ''] = plan({ units: 8 });
    expect(text).toMatch(/^8 processing units instead of 4\napply: clients stay connected/);
    expect(told({ units: 8 })).toEqual([]);
  });

  test('go once it is known that the rest bears the load', () => {
    const [text = ''] = plan({ units: 2 });
    expect(text).toMatch(/^2 processing units instead of 4\nbefore: Throttled Requests are none/);
    expect(text).toContain('limited by unit');
    expect(told({ units: 2 })).toEqual([]);
  });
});

test('units that Azure inflates are changed there: Terraform leaves them alone', () => {
  const standard = { tier: 'standard', autoInflate: { maximum: 20 }, units: 8 };
  const inventory = recorded({ fixed: { ...recordedMain.fixed, tier: 'standard' } });
  const week = { 'platform.applications.billing': undefined };
  const [text = ''] = plan(standard, inventory, week);
  expect(text).toMatch(/^8 throughput units instead of 4\naz eventhubs namespace update .* --capacity 8: /);
  const [less = ''] = plan({ ...standard, units: 2 }, inventory, week);
  expect(less).toContain('--capacity 2');
});

describe('what is fixed when a namespace is made', () => {
  test.each([
    ['namespace', { namespace: 'kit-orders-2' }],
    ['location', { location: 'northeurope' }],
    ['resourceGroup', { resourceGroup: 'other' }],
    ['tier', { tier: 'standard' }],
  ])('is another namespace when it changes: %s', (field, settings) => {
    expect(told(settings)).toEqual([
      expect.stringMatching(new RegExp(`^KFK-I020 clusters\\.main\\.${field}: .* instead of .*without records`)),
    ]);
    expect(told(settings, recorded(), { disposable: true })).toEqual([]);
  });

  test('a key of one’s own may come, and does not go', () => {
    const encrypted = recorded({ fixed: { ...recordedMain.fixed, encryption: 'a key of your own' } });
    expect(told({}, encrypted)).toEqual([expect.stringContaining('KFK-I020 clusters.main.encryption')]);
  });
});

describe('what bears data beside topics', () => {
  const held = recorded({ holds: { archive: 'kitlogs', 'schemaGroups/orders': 'avro, compatibility backward' } });
  const all = { archive: { storageAccount: 'kitlogs' }, schemaGroups: { orders: {} } };
  const waivers = ['archive', 'schemaGroups.orders'].map((path) => ({
    ...{ code: 'KFK-I023', path: `clusters.main.${path}`, reason: 'nobody misses it', owner: 'orders' },
    expires: '2026-12-31',
  }));

  test('is recorded', () => {
    expect(resolve(described(all)).clusters.get('main')?.record?.holds).toEqual(held.clusters?.main?.holds);
    expect(told(all, held)).toEqual([]);
  });

  test('is the same whether a default is said or not, and another one is another group', () => {
    const schemas = (group: object) => told({ ...all, schemaGroups: { orders: group } }, held);
    expect(schemas({ type: 'avro', compatibility: 'backward' })).toEqual([]);
    expect(schemas({ compatibility: 'none' })).toEqual([
      expect.stringMatching(/^KFK-I023 .*schemaGroups\.orders: .* as avro, compatibility none it would be made anew/),
    ]);
  });

  test('does not leave without a word, nor is made anew, until a waiver says that nobody misses it', () => {
    expect(told({}, held)).toEqual([
      expect.stringMatching(/^KFK-I023 clusters\.main\.archive: 'test' has it \(kitlogs\), with what is in it/),
      expect.stringMatching(/^KFK-I023 clusters\.main\.schemaGroups\.orders: /),
    ]);
    expect(told({ ...all, schemaGroups: { orders: { type: 'json' } } }, held)).toEqual([
      expect.stringMatching(/schemaGroups\.orders: .* as json, compatibility none it would be made anew/),
    ]);
    expect(told({}, held, { waivers })).toEqual([]);
    expect(told({}, held, { disposable: true })).toEqual([]);
  });
});

test('explain prints the units, and no pools', () => {
  expect(clusterExplanation(resolve(described({})), 'main')).toMatchObject({ units: '4' });
  expect(clusterExplanation(resolve(described({})), 'main')).not.toHaveProperty('pools');
});

test('what is recorded is read again', () => {
  const file = join(projectWith({}), 'inventory', 'test.json');
  const all = recorded({ holds: { archive: 'kitlogs' } });
  writeInventory(file, all);
  expect(readInventory(file)).toEqual(all);
});
