import type { ClusterRecord, PoolRecord } from '../../../model/cluster-record';
import { emptyInventory, type Inventory } from '../../../model/inventory';
import type { RuleCase } from '../../model/rule-case';

const gib = 2 ** 30;
const pool = (role: string, size: number): PoolRecord => ({
  roles: [role],
  nodes: 3,
  volumes: { 0: { size: size * gib } },
});

/** The cluster `main` with all defaults, as it was recorded. */
export const recordedMain: ClusterRecord = {
  backend: 'strimzi',
  version: '4.3.1',
  metadataVersion: '4.3-IV0',
  namespace: 'kafka',
  pools: { broker: pool('broker', 100), controller: pool('controller', 20) },
};
export const recorded = (more: Partial<ClusterRecord> = {}): Inventory => ({
  ...emptyInventory,
  clusters: { main: { ...recordedMain, ...more } },
});
const cluster = (settings: object) => ({ kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings } });
const pools = (broker: object | undefined, more: object = {}) =>
  cluster({ pools: { controller: { roles: ['controller'], nodes: 3 }, ...(broker ? { broker } : {}), ...more } });
const threeReplicas = (settings: object) => ({ ...settings, 'platform.topics[orders.created].replicationFactor': 3 });
const older = recorded({ version: '4.2.1', metadataVersion: '4.2-IV1' });
const upgrading = recorded({ version: '4.3.1', metadataVersion: '4.2-IV1' });

/** Of clusters that exist. */
export const strimziRecordedCases: Readonly<Record<string, RuleCase>> = {
  'KFK-I008': {
    failing: cluster({ storage: '99GiB' }),
    nearly: cluster({ storage: '101GiB' }),
    inventory: recorded(),
  },
  'KFK-I009': {
    failing: pools(undefined, { other: { nodes: 3 } }),
    nearly: pools({ nodes: 0 }, { other: { nodes: 3 } }),
    inventory: recorded(),
  },
  'KFK-I010': { failing: cluster({ brokers: 2 }), nearly: cluster({ brokers: 4 }), inventory: recorded() },
  'KFK-I011': {
    failing: cluster({ version: '4.2.1' }),
    nearly: cluster({ version: '4.2.1' }),
    inventory: recorded(),
    nearlyInventory: upgrading,
  },
  'KFK-I012': {
    failing: {},
    nearly: {},
    inventory: { ...emptyInventory, clusters: { gone: recordedMain } },
    nearlyInventory: recorded({ backend: 'kafka' }),
  },
  'KFK-I013': {
    failing: { ...cluster({}), kubernetes: { namespace: 'kafka-new' } },
    nearly: cluster({}),
    inventory: recorded(),
  },
  'KFK-T018': {
    failing: threeReplicas(cluster({})),
    nearly: threeReplicas(cluster({ cruiseControl: {} })),
    inventory: {
      ...emptyInventory,
      topics: {
        'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, replicationFactor: 2, cleanup: 'delete' },
      },
    },
  },
  'KFK-K425': { failing: cluster({ controllers: 5 }), nearly: cluster({ controllers: 3 }), inventory: recorded() },
  'KFK-K428': {
    failing: cluster({ version: '4.3.1' }),
    nearly: cluster({ version: '4.3.1', metadataVersion: '4.2-IV1' }),
    inventory: older,
  },
  'KFK-K429': {
    failing: { ...pools({ nodes: 3, ephemeral: true }), disposable: true },
    nearly: { ...pools({ nodes: 3 }), disposable: true },
    inventory: recorded(),
  },
};
