import { nodeIdsOf } from '../../../backends/strimzi/description/node-ids';
import type { ClusterRecord } from '../../../model/cluster-record';
import { emptyInventory } from '../../../model/inventory';
import { resolve } from '../../support/describe';
import { controller, described, plansOf, text, told } from './planned';
import { recorded, recordedMain } from './recorded.cases';

test('what is as it was recorded has no plan, and what is recorded is what is described', () => {
  const { plans, clusters } = resolve(described({}), { inventory: recorded() });
  expect(plans).toEqual([]);
  expect(clusters.get('main')?.record).toEqual(recordedMain);
});

describe('fewer brokers', () => {
  const five = recorded({
    pools: { ...recordedMain.pools, broker: { roles: ['broker'], nodes: 5, volumes: { 0: { size: 100 * 2 ** 30 } } } },
  });

  test('are emptied before, by a KafkaRebalance', () => {
    const [plan = ''] = text({ brokers: 3 }, five);
    expect(plan).toMatch(/^3 brokers instead of 5 in the pool 'broker'\nfind the 2 highest ids .*\.status\.nodeIds/);
    expect(plan.indexOf('mode: remove-brokers')).toBeGreaterThan(0);
    expect(plan.indexOf('mode: remove-brokers')).toBeLessThan(plan.indexOf('write 3 nodes and apply'));
  });

  test('are found out, not reckoned: ids that are described are those of nodes that come', () => {
    const pools = { controller, broker: { nodes: 3, nodeIds: '[100-120]' } };
    const [plan = ''] = text({ pools, cruiseControl: { autoRebalance: false } }, five);
    expect(plan).toMatch(/find the 2 highest ids of the pool.*: kubectl get kafkanodepool main-broker/);
    expect(plan).toContain("'empty-broker': { mode: 'remove-brokers', brokers: […] }");
    expect(plan).not.toMatch(/10[0-9]/);
  });

  test('are emptied by Strimzi where Cruise Control does it by itself', () => {
    const [plan] = text({ brokers: 3, cruiseControl: {} }, five);
    expect(plan).toContain('Strimzi moves its replicas by the template for remove-brokers (auto-rebalance)');
    expect(plan).not.toContain('rebalance=approve');
  });

  test('are a warning that carries the plan, more are not', () => {
    expect(told('KFK-I010', { brokers: 3 }, five)).toEqual([
      expect.stringMatching(/^clusters\.main\.brokers: 2 of 5 brokers .* \| 1\. find .*; 2\. .*; 3\. .*remove-brokers/),
    ]);
    expect(told('KFK-I010', { brokers: 6 }, five)).toEqual([]);
  });
});

describe('a pool', () => {
  const other = { controller, other: { nodes: 3 } };

  test('that would vanish with its records is refused until it is emptied, with the plan', () => {
    expect(told('KFK-I009', { pools: other }, recorded())).toEqual([
      expect.stringMatching(
        /^clusters\.main\.pools\.broker: 3 nodes of the pool 'broker' exist.* \| put it back with nodes: 0, by this plan: 1\. .*write nodes: 0 and apply; once its nodes are gone leave the pool 'broker' out/,
      ),
    ]);
    expect(told('KFK-I009', { pools: { ...other, broker: { nodes: 0 } } }, recorded())).toEqual([]);
  });

  test('that is recorded as empty may be left out, and one of a disposable environment too', () => {
    const empty: ClusterRecord['pools'] = {
      ...recordedMain.pools,
      broker: { roles: ['broker'], nodes: 0, volumes: {} },
    };
    expect(told('KFK-I009', { pools: other }, recorded({ pools: empty }))).toEqual([]);
    expect(told('KFK-I009', { pools: other }, recorded(), { disposable: true })).toEqual([]);
  });

  test('that comes is not filled by auto-rebalance: a rebalance is', () => {
    const [plan] = text({ pools: { controller, broker: { nodes: 3 }, other: { nodes: 2 } }, cruiseControl: {} });
    expect(plan).toMatch(/^2 brokers instead of 0 in the pool 'other'\n/);
    expect(plan).toContain('a pool that comes as a whole is not filled by auto-rebalance');
  });

  test('that grows is filled by Strimzi, or by a rebalance', () => {
    expect(text({ brokers: 4, cruiseControl: {} })[0]).toContain('Strimzi moves replicas to them');
    expect(text({ brokers: 4, cruiseControl: { autoRebalance: false } })[0]).toContain("mode: 'add-brokers'");
    expect(text({ brokers: 4 })[0]).toContain('new brokers get new partitions only');
  });

  test('whose nodes stop being brokers is emptied like one that goes', () => {
    const dual = recorded({ pools: { all: { roles: ['controller', 'broker'], nodes: 3, volumes: {} } } });
    const pools = { all: { roles: ['controller'], nodes: 3 }, broker: { nodes: 3 } };
    expect(told('KFK-I010', { pools }, dual)).toEqual([expect.stringContaining("3 of 3 brokers of the pool 'all' go")]);
  });
});

describe('volumes', () => {
  const pools = (...volumes: readonly object[]) => ({ pools: { controller, broker: { nodes: 3, volumes } } });
  const first = { id: 0, size: '100GiB' };

  test('that come are filled by a rebalance of disks', () => {
    expect(text(pools(first, { id: 1, size: '50GiB' }))[0]).toMatch(
      /^volume 1 more in the pool 'broker'\n[\s\S]*rebalanceDisk: true/,
    );
  });

  test('that go are emptied first: until then they are refused, and after it a waiver says so', () => {
    const moved = pools({ id: 1, size: '100GiB' });
    expect(told('KFK-I009', moved, recorded())).toEqual([
      expect.stringMatching(/^clusters\.main\.pools\.broker\.volumes: volume 0 of 'broker' exists.*remove-disks/),
    ]);
    const waivers = [
      {
        code: 'KFK-I009',
        path: 'clusters.main.pools.broker.volumes',
        reason: 'they are empty',
        owner: 'orders',
        expires: '2026-12-01',
      },
    ];
    expect(told('KFK-I009', moved, recorded(), { waivers })).toEqual([]);
    expect(text(moved, recorded(), { waivers })[1]).toMatch(/^volume 0 fewer in the pool 'broker'/);
  });

  test('grow in place, and shrink nowhere', () => {
    expect(text({ storage: '200GiB' })[0]).toMatch(/^200GiB instead of 100GiB on volume 0[\s\S]*allowVolumeExpansion/);
    expect(told('KFK-I008', { storage: '99GiB' }, recorded())).toEqual([
      "clusters.main.storage: volume 0 of 'broker' has 100GiB, and no disk shrinks | use 100GiB or more, or a new pool to which records are moved",
    ]);
    expect(told('KFK-I008', pools({ id: 0, size: '99GiB' }), recorded())).toEqual([
      expect.stringMatching(/^clusters\.main\.pools\.broker\.volumes\[0\]\.size: /),
    ]);
  });

  test('stay in their StorageClass', () => {
    expect(told('KFK-I008', { storageClass: 'fast' }, recorded())).toEqual([
      expect.stringMatching(
        /^clusters\.main\.storageClass: volume 0 of 'broker' is in the default StorageClass, .* 'fast'/,
      ),
      expect.stringContaining("volume 0 of 'controller'"),
    ]);
  });
});

test('a cluster that was on another back end is another one: it is refused, and nothing is planned from it', () => {
  const elsewhere = recorded({ backend: 'msk', version: '3.9.0' });
  expect(plansOf({ brokers: 4 }, elsewhere, { disposable: true })).toEqual([]);
  expect(told('KFK-I012', { brokers: 4 }, elsewhere)).toEqual([]);
  expect(told('KFK-I013', { brokers: 4 }, elsewhere)).toEqual([
    expect.stringMatching(/^clusters\.main\.backend: 'test' has it on msk \(Kafka 3\.9\.0\), .* empty, on strimzi/),
  ]);
  expect(told('KFK-I013', { brokers: 4 }, elsewhere, { disposable: true })).toEqual([]);
});

test('a namespace that changes would make every cluster a second time: it is refused once, with all of them', () => {
  const moved = { ...recordedMain, namespace: 'kafka-old' };
  const both = { ...emptyInventory, clusters: { main: moved, gone: moved } };
  expect(told('KFK-I013', {}, both)).toEqual([
    expect.stringMatching(
      /^kubernetes\.namespace: 'test' has 'main' in 'kafka-old', .* empty, in 'kafka' \| put it back/,
    ),
  ]);
  expect(told('KFK-I013', {}, recorded({ namespace: undefined }))).toEqual([]);
});

test('controllers are not changed in number or place: Strimzi changes no quorum', () => {
  expect(told('KFK-K425', { controllers: 5 }, recorded())).toEqual([
    expect.stringMatching(
      /^clusters\.main\.controllers: it has 3 controllers in 'controller' and would have 5 controllers in 'controller': .* another cluster/,
    ),
  ]);
  expect(told('KFK-K425', { controllers: 5 }, recorded(), { disposable: true })).toEqual([
    expect.stringContaining('or delete the Kafka, its pools and disks'),
  ]);
  expect(told('KFK-K425', { pools: { quorum: controller, broker: { nodes: 3 } } }, recorded())).toHaveLength(1);
  expect(told('KFK-K425', { pools: { controller, broker: { nodes: 3 } } }, recorded())).toEqual([]);
});

test.each([
  ['[0-3,20]', [0, 1, 2, 3, 20]],
  ['[ 7 ]', [7]],
  ['[160, 12-10]', [160, 12, 11, 10]],
  ['0-3', undefined],
  ['[a]', undefined],
  ['[]', undefined],
])('ids of nodes: %s', (written, ids) => {
  expect(nodeIdsOf(written)).toEqual(ids);
});
