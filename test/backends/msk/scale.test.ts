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
import { codes, described, plan, told } from './scaled';

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

test.each(['standard', 'express', 'serverless'] as const)('what is recorded of a %s cluster is read again', (kind) => {
  const own = kind === 'serverless' ? { kind, brokers: undefined } : { kind };
  const record = resolve(described(own)).clusters.get('main')?.record;
  const inventory = { ...emptyInventory, clusters: { main: record as ClusterRecord } };
  const file = join(projectWith({}), 'inventory', 'test.json');
  writeInventory(file, inventory);
  expect(readInventory(file)).toEqual(inventory);
  expect(compileDescription(described(own), { inventory: readInventory(file) }).resolved?.plans).toEqual([]);
});
