import { join } from 'node:path';
import type { ClusterRecord } from '../../../model/cluster-record';
import { emptyInventory, type Inventory } from '../../../model/inventory';
import { clusterExplanation } from '../../../workflows/explain/cluster-explanation';
import { readInventory, writeInventory } from '../../../workflows/load/inventory';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';
import { mskCluster } from './cluster';
import { recorded, recordedMsk, recordedWith } from './scale.cases';

const described = (settings: object, more: object = {}) =>
  changed<Description>(small, { 'clusters.main': { ...mskCluster, brokers: 6, ...settings }, ...more });
const problems = (settings: object, inventory: Inventory = recorded(), more: object = {}) =>
  compileDescription(described(settings, more), { inventory }).problems;
const codes = (settings: object, inventory?: Inventory, more?: object) =>
  problems(settings, inventory, more)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('KFK-I02'));
const told = (code: string, settings: object, inventory?: Inventory, more?: object) =>
  problems(settings, inventory, more)
    .filter((problem) => problem.code === code)
    .map(({ path, problem, fix }) => `${path}: ${problem} | ${fix}`);
const plan = (settings: object, inventory: Inventory = recorded(), more: object = {}) =>
  resolve(described(settings, more), { inventory }).plans.map(({ change, steps, warns = [] }) =>
    [change, ...steps, ...warns].join('\n'),
  );
const waiver = {
  waivers: [
    { code: 'KFK-I021', path: 'clusters.main.brokers', reason: 'emptied', owner: 'orders', expires: '2026-12-31' },
  ],
};

test('what is as it was recorded has no plan, and what is recorded is what is described', () => {
  const { plans, clusters } = resolve(described({}), { inventory: recorded() });
  expect(plans).toEqual([]);
  expect(clusters.get('main')?.record).toEqual(recordedMsk);
});

test('a cluster that somebody else made is not recorded, and an express one has no disk that is', () => {
  const existing = { existing: 'shared', network: undefined, secretsKey: 'alias/shared', brokers: undefined };
  const found = resolve(changed<Description>(small, { 'clusters.main': { ...mskCluster, ...existing } }));
  expect(found.clusters.get('main')?.record).toBeUndefined();
  const express = resolve(described({ kind: 'express' })).clusters.get('main')?.record;
  expect(express?.pools.broker).toMatchObject({ nodes: 6, size: expect.stringMatching(/^express\./), volumes: {} });
});

describe('more brokers', () => {
  test('get something to do by a reassignment with a throttle, which its check takes away', () => {
    const [text = ''] = plan({ brokers: 9 });
    expect(text).toMatch(/^9 brokers instead of 6\napply, and wait/);
    const steps = ['list-nodes', '--generate', 'before.json', '--execute', '--throttle', '--verify', 'PREFERRED'];
    expect(steps.map((step) => text.indexOf(step)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
    expect(text).toContain('at most 10 partitions');
    expect(told('KFK-I022', { brokers: 9 })).toEqual([
      expect.stringMatching(
        /^clusters\.main\.brokers: 9 brokers instead of 6: it is not done with the apply \| kafka-kit explain test main tells all \d+ steps; the first: apply/,
      ),
    ]);
  });

  test('of an express cluster are filled by MSK, unless its rebalancing is off: then twenty partitions at a time', () => {
    const express = recordedExpress();
    const [byItself = ''] = plan({ kind: 'express', brokers: 9 }, express);
    expect(byItself).toContain('moves partitions to the new brokers by itself');
    expect(byItself).not.toContain('--throttle');
    expect(codes({ kind: 'express', brokers: 9 }, express)).toEqual([]);
    const [byHand = ''] = plan({ kind: 'express', brokers: 9, rebalancing: false }, express);
    expect(byHand).toContain('at most 20 partitions');
    expect(byHand).toContain('--throttle');
  });
});

describe('fewer brokers', () => {
  test('are refused until they are empty, with the plan, and a waiver says that they are', () => {
    const [text = ''] = told('KFK-I021', { brokers: 3 });
    expect(text).toMatch(/^clusters\.main\.brokers: 3 brokers instead of 6: something must be done before/);
    for (const step of [
      'as many in each zone',
      '--throttle',
      '--verify',
      '__amazon_msk_canary',
      'a waiver of KFK-I021',
    ])
      expect(text).toContain(step);
    expect(text.indexOf('--verify')).toBeLessThan(text.indexOf('write brokers: 3 and apply'));
    expect(codes({ brokers: 3 }, recorded(), waiver)).toEqual([]);
    expect(plan({ brokers: 3 }, recorded(), waiver)).toHaveLength(1);
  });

  test('of what may be thrown away are only a plan', () => {
    expect(codes({ brokers: 3 }, recorded(), { disposable: true })).toEqual([]);
    expect(plan({ brokers: 3 }, recorded(), { disposable: true })).toHaveLength(1);
  });
});

describe('a disk', () => {
  test('grows, at the earliest six hours after it grew', () => {
    const [text = ''] = plan({ storage: '200GiB' });
    expect(text).toMatch(/^200GiB instead of 100GiB on each broker\n/);
    expect(text).toContain('six hours later');
    expect(codes({ storage: '200GiB' })).toEqual([]);
  });

  test.each([{}, { disposable: true }])('never shrinks: %j', (more) => {
    expect(told('KFK-I020', { storage: '99GiB' }, recorded(), more)).toEqual([
      expect.stringMatching(
        /^clusters\.main\.storage: 99GiB instead of 100GiB.*MSK shrinks no disk \| 1\. write 100GiB/,
      ),
    ]);
  });
});

describe('disks that grew by themselves', () => {
  const growing = { storageAutoscaling: { maximum: '500GiB' } };
  const inventory = recordedWith({ storageAutoscaling: '500GiB' });

  test('may do so with or without a word, and are recorded', () => {
    expect(codes(growing)).toEqual([]);
    expect(codes(growing, inventory)).toEqual([]);
    expect(resolve(described(growing)).clusters.get('main')?.record?.applied).toEqual({
      authentication: 'iam',
      storageAutoscaling: '500GiB',
    });
  });

  test('are larger than what they were born with: Terraform would ask to shrink them, so that is written first', () => {
    const [text = ''] = told('KFK-I021', {}, inventory);
    expect(text).toMatch(/^clusters\.main\.storageAutoscaling: disks that no longer grow by themselves/);
    expect(text).toContain('aws kafka describe-cluster-v2');
    expect(codes({ storage: '300GiB' }, inventory)).toEqual([]);
    expect(plan({ storage: '300GiB' }, inventory)).toEqual([
      expect.stringMatching(/^disks that no longer grow by themselves/),
    ]);
    expect(codes({ storage: '99GiB' }, inventory)).toContain('KFK-I020');
  });
});

describe('connections of other VPCs', () => {
  const accounts = ['111122223333'];
  const inventory = recordedWith({ multiVpc: 'iam' });

  test('stay open where they are left out at once: the provider leaves them as they were', () => {
    expect(told('KFK-I020', {}, inventory)).toEqual([
      expect.stringMatching(/^clusters\.main\.multiVpc: .*authentication: \[\]/),
    ]);
    expect(told('KFK-I020', {}, inventory, { disposable: true })).toHaveLength(1);
  });

  test('are turned off first, and then left out', () => {
    expect(codes({ multiVpc: { authentication: [] } }, inventory)).toEqual([]);
    expect(codes({}, recordedWith({ multiVpc: '' }))).toEqual([]);
    expect(codes({ multiVpc: { accounts } }, inventory)).toEqual([]);
  });
});

describe('a version', () => {
  test('goes forward, one broker at a time, and not back', () => {
    const [text = ''] = plan({ version: '4.0' });
    expect(text).toMatch(/^Kafka 4\.0 instead of 3\.9\n/);
    expect(text).toContain('it cannot be taken back');
    expect(codes({ version: '4.0' })).toEqual([]);
  });

  test('that goes back is refused: the provider would make another cluster', () => {
    for (const version of ['3.9', '3.8'] as const)
      expect(told('KFK-I020', { version }, recorded({ version: '4.0' }))).toEqual([
        expect.stringMatching(/^clusters\.main\.version: Kafka 3\.\d instead of 4\.0: .* make another cluster/),
      ]);
  });

  test('3.10 would be newer than 3.9', () => {
    expect(codes({ version: '3.9' }, recorded({ version: '3.10' }))).toEqual(['KFK-I020']);
  });
});

test('another size is a rolling change', () => {
  const [text = ''] = plan({ instance: 'kafka.m7g.xlarge' });
  expect(text).toMatch(/^kafka\.m7g\.xlarge instead of kafka\.m7g\.large\n/);
  expect(text).toContain('one broker at a time');
  expect(codes({ instance: 'kafka.m7g.xlarge' })).toEqual([]);
});

describe('a size without provisioned throughput', () => {
  const large = { instance: 'kafka.m7g.4xlarge', throughput: 300 };
  const inventory = recordedWith(
    { throughput: '300' },
    {
      pools: {
        broker: {
          roles: ['broker'],
          nodes: 6,
          size: 'kafka.m7g.4xlarge',
          volumes: recordedMsk.pools.broker?.volumes ?? {},
        },
      },
    },
  );

  test('comes after the throughput is taken away: the provider asks for the size first', () => {
    const [text = ''] = plan({}, inventory);
    expect(text).toMatch(/^kafka\.m7g\.large instead of kafka\.m7g\.4xlarge\n/);
    expect(text.indexOf("leave out 'throughput' alone")).toBeLessThan(text.indexOf('apply, when there is least to do'));
    expect(text).toContain("leave out 'throughput' alone");
  });

  test('is no matter of sizes that have as much', () => {
    expect(plan({ ...large, instance: 'kafka.m7g.8xlarge' }, inventory)[0]).not.toContain('alone');
    expect(
      plan(
        { instance: 'kafka.m7g.large' },
        recorded({
          pools: {
            broker: {
              ...recordedMsk.pools.broker,
              roles: ['broker'],
              nodes: 6,
              size: 'kafka.m7g.4xlarge',
              volumes: recordedMsk.pools.broker?.volumes ?? {},
            },
          },
        }),
      )[0],
    ).not.toContain('alone');
  });
});

describe('what is fixed when a cluster is made', () => {
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000';
  test.each([
    ['clusters.main.kind', { kind: 'express' }],
    ['clusters.main.region', { region: 'eu-central-1' }],
    ['clusters.main.network.vpc', { network: { ...mskCluster.network, vpc: 'vpc-00000002' } }],
    ['clusters.main.encryptionKey', { encryptionKey: key }],
    [
      'clusters.main.network.subnets',
      { network: { ...mskCluster.network, subnets: ['subnet-0000000a', 'subnet-0000000b', 'subnet-0000000d'] } },
    ],
  ])('is another cluster when it changes, with the way there: %s', (path, settings) => {
    const [text = ''] = told('KFK-I020', settings);
    expect(text).toContain(`${path}: `);
    expect(text).toMatch(/without records \| 1\. put it back, and describe the other cluster beside it/);
  });

  test('may change where everything may be thrown away', () => {
    expect(codes({ kind: 'express' }, recorded(), { disposable: true })).toEqual([]);
    expect(plan({ kind: 'express' }, recorded(), { disposable: true })[0]).toContain('would be made anew, empty');
  });

  test('is the same in another order', () => {
    const subnets = [...mskCluster.network.subnets].reverse();
    expect(codes({ network: { ...mskCluster.network, subnets } })).toEqual([]);
  });

  test('is not known of a cluster that was recorded before', () => {
    const { fixed: _, ...before } = recordedMsk;
    expect(codes({ kind: 'express' }, { ...emptyInventory, clusters: { main: before } })).not.toContain('KFK-I020');
  });

  test('tiered storage may come, and does not go', () => {
    const tiered = recorded({ fixed: { ...recordedMsk.fixed, tieredStorage: 'true' } });
    expect(codes({ tieredStorage: true })).toEqual([]);
    expect(codes({ tieredStorage: true }, tiered)).toEqual([]);
    expect(codes({}, tiered)).toEqual(['KFK-I020']);
  });
});

test('a topic with another number of replicas is reassigned by hand', () => {
  const inventory: Inventory = {
    ...recorded(),
    topics: {
      'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, replicationFactor: 2, cleanup: 'delete' },
    },
  };
  const [text = ''] = plan({}, inventory);
  expect(text).toContain('3 replicas instead of 2');
  expect(text).toContain('--throttle');
  expect(text).not.toContain('--generate');
});

test('explain prints what is there, and the numbered plan', () => {
  const resolved = resolve(described({ brokers: 9 }), { inventory: recorded() });
  const { pools, plan: steps } = clusterExplanation(resolved, 'main') as { pools: string[]; plan: string[] };
  expect(pools).toEqual(['broker: 9 broker nodes of kafka.m7g.large, each with volume 0 of 100GiB']);
  expect(steps[0]).toBe('9 brokers instead of 6:');
  expect(steps[1]).toMatch(/^1\. apply/);
});

function recordedExpress(): Inventory {
  const record = resolve(described({ kind: 'express' })).clusters.get('main')?.record;
  if (!record) throw new Error('an express cluster is not recorded');
  return { ...emptyInventory, clusters: { main: record } };
}

test.each(['standard', 'express', 'serverless'] as const)('what is recorded of a %s cluster is read again', (kind) => {
  const own = kind === 'serverless' ? { kind, brokers: undefined } : { kind };
  const record = resolve(described(own)).clusters.get('main')?.record;
  const inventory = { ...emptyInventory, clusters: { main: record as ClusterRecord } };
  const file = join(projectWith({}), 'inventory', 'test.json');
  writeInventory(file, inventory);
  expect(readInventory(file)).toEqual(inventory);
  expect(compileDescription(described(own), { inventory: readInventory(file) }).resolved?.plans).toEqual([]);
});
