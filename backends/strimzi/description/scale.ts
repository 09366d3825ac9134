import { own } from '../../../model/by-name';
import type { ClusterRecord, PoolRecord } from '../../../model/cluster-record';
import type { Key } from '../../../model/place';
import type { ClusterPlan, Scale, ScaledCluster } from '../../../model/scale';
import { formatSize } from '../../../model/units';
import { strimziSettings } from './cluster';
import { hasRole, type Pool } from './pool';
import { upgradePlans } from './upgrade';

/** How a cluster changes in scale: brokers are emptied before they go, and given something to do once they came. */
export const scale: Scale = {
  plansOf: (cluster, recorded) => [
    ...upgradePlans(cluster, recorded),
    ...(recorded ? [...nodePlans(cluster, recorded), ...volumePlans(cluster, recorded)] : []),
  ],

  replicationSteps: (cluster, topic) =>
    strimziSettings(cluster).cruiseControl
      ? [
          'apply: the Topic Operator asks Cruise Control to add or take away replicas',
          `check: kubectl get kafkatopic shows '${topic}' ready, and its status.replicasChange is gone`,
        ]
      : [`add cruiseControl: {} to '${cluster.name}' and apply: without it the Topic Operator refuses the change`],
};

/** Where the number of a pool's nodes is written. */
export function nodesField(cluster: ScaledCluster, pool: string): Key[] {
  if (strimziSettings(cluster).hasPools) return ['pools', pool, 'nodes'];
  return [pool === 'controller' ? 'controllers' : 'brokers'];
}

/** Of pools whose nodes hold records, what was and what is: 0 of a pool that comes or goes. */
export function brokerChanges(cluster: ScaledCluster, recorded: ClusterRecord) {
  const { pools } = strimziSettings(cluster);
  const isBroker = (record: PoolRecord | undefined) => record?.roles.includes('broker') ?? false;
  const names = [...new Set([...Object.keys(recorded.pools), ...pools.map(({ name }) => name)])].sort();
  return names.flatMap((name) => {
    const had = own(recorded.pools, name);
    const pool = pools.find((candidate) => candidate.name === name);
    const before = isBroker(had) ? (had?.nodes ?? 0) : 0;
    const now = pool && hasRole(pool, 'broker') ? pool.nodes : 0;
    return before === now ? [] : [{ name, pool, before, now }];
  });
}

const idsOf = (cluster: ScaledCluster, pool: string): string =>
  `kubectl get kafkanodepool ${cluster.name}-${pool} -o jsonpath='{.status.nodeIds}'`;

function nodePlans(cluster: ScaledCluster, recorded: ClusterRecord): ClusterPlan[] {
  return brokerChanges(cluster, recorded).map(({ name, pool, before, now }) => ({
    kind: 'brokers',
    pool: name,
    field: pool ? nodesField(cluster, name) : ['pools'],
    change: `${now} brokers instead of ${before} in the pool '${name}'`,
    steps:
      now < before
        ? shrinkSteps(cluster, { name, before, now, isGone: !pool })
        : growSteps(cluster, { name, before, now }),
    ...(now < before
      ? { warns: ['a broker that still has replicas is not taken away: Strimzi says so in the status and waits'] }
      : {}),
  }));
}

interface Shrink {
  readonly name: string;
  readonly before: number;
  readonly now: number;
  readonly isGone: boolean;
}

function shrinkSteps(cluster: ScaledCluster, { name, before, now, isGone }: Shrink): string[] {
  const { cruiseControl } = strimziSettings(cluster);
  const count = before - now;
  const ids = `the ${count === 1 ? 'highest id' : `${count} highest ids`}`;
  // What is described as nodeIds is for nodes that come: those that are there may have been numbered before.
  const find = `find ${ids} of the pool, which Strimzi takes first: ${idsOf(cluster, name)}`;
  const last = isGone
    ? `write nodes: 0 and apply; once its nodes are gone leave the pool '${name}' out, delete the KafkaNodePool '${cluster.name}-${name}', and its disks when nobody misses them`
    : `write ${now} nodes and apply`;
  if (!cruiseControl)
    return [
      find,
      `add cruiseControl: {} and apply, or move every replica off these brokers with kafka-reassign-partitions.sh`,
      `before anything else: a KafkaRebalance with mode: remove-brokers and brokers: ${ids}, approved, until it is Ready`,
      last,
    ];
  if (cruiseControl.autoRebalance && !isGone)
    return [
      find,
      `apply: before a broker goes, Strimzi moves its replicas by the template for remove-brokers (auto-rebalance)`,
      `check: kubectl get kafka ${cluster.name} -o jsonpath='{.status.autoRebalance.state}' prints Idle, and ${idsOf(cluster, name)} prints what is left`,
    ];
  return [
    find,
    ...(isGone ? ['a pool that goes as a whole is not emptied by auto-rebalance'] : []),
    `before anything else: cruiseControl.rebalances: { 'empty-${name}': { mode: 'remove-brokers', brokers: […] } }, and apply`,
    `read the proposal, annotate it with strimzi.io/rebalance=approve, and wait until it is Ready`,
    last,
  ];
}

function growSteps(cluster: ScaledCluster, { name, before, now }: Pick<Shrink, 'name' | 'before' | 'now'>): string[] {
  const { cruiseControl } = strimziSettings(cluster);
  const apply = `apply, and wait until ${idsOf(cluster, name)} prints ${now} ids`;
  if (!cruiseControl)
    return [
      apply,
      'new brokers get new partitions only: add cruiseControl: {} and a KafkaRebalance with mode: add-brokers, or use kafka-reassign-partitions.sh',
    ];
  if (cruiseControl.autoRebalance && before > 0)
    return [apply, 'Strimzi moves replicas to them by the template for add-brokers (auto-rebalance)'];
  return [
    apply,
    ...(before === 0 ? ['a pool that comes as a whole is not filled by auto-rebalance'] : []),
    `cruiseControl.rebalances: { 'fill-${name}': { mode: 'add-brokers', brokers: […] } } with the new ids, and apply`,
    'read the proposal, and annotate it with strimzi.io/rebalance=approve',
  ];
}

function volumePlans(cluster: ScaledCluster, recorded: ClusterRecord): ClusterPlan[] {
  return strimziSettings(cluster).pools.flatMap((pool) => {
    const had = own(recorded.pools, pool.name);
    if (!had) return [];
    const path = strimziSettings(cluster).hasPools ? ['pools', pool.name] : [];
    const came = pool.volumes.filter(({ id }) => !own(had.volumes, String(id)));
    const went = Object.keys(had.volumes).filter((id) => !pool.volumes.some((volume) => String(volume.id) === id));
    const grown = pool.volumes.filter(({ id, size }) => size > (own(had.volumes, String(id))?.size ?? size));
    return [
      ...(came.length > 0 ? [moreVolumes(pool, path, came)] : []),
      ...(went.length > 0 ? [fewerVolumes(cluster, { pool, path, went })] : []),
      ...grown.map(
        (volume): ClusterPlan => ({
          kind: 'volume-grown',
          pool: pool.name,
          field: [...path, ...volume.path, volume.path.length > 0 ? 'size' : 'storage'],
          change: `${formatSize(volume.size)} instead of ${formatSize(own(had.volumes, String(volume.id))?.size ?? 0)} on volume ${volume.id} of the pool '${pool.name}'`,
          steps: [
            'check that its StorageClass says allowVolumeExpansion: true',
            'apply: each disk grows in place, and nodes restart where the file system needs it; it never shrinks again',
          ],
        }),
      ),
    ];
  });
}

const listed = (ids: readonly (string | number)[]): string =>
  (ids.length === 1 ? 'volume ' : 'volumes ') + ids.join(', ');

const moreVolumes = (pool: Pool, path: readonly Key[], came: Pool['volumes']): ClusterPlan => ({
  kind: 'volumes-added',
  pool: pool.name,
  field: [...path, 'volumes'],
  change: `${listed(came.map(({ id }) => id))} more in the pool '${pool.name}'`,
  steps: [
    'apply: nodes restart one by one with the new disks, which get new partitions only',
    ...(hasRole(pool, 'broker')
      ? [
          `cruiseControl.rebalances: { 'spread-${pool.name}': { rebalanceDisk: true } }, approved, spreads replicas over the disks of each broker`,
        ]
      : []),
  ],
});

interface Emptied {
  readonly pool: Pool;
  /** Where the pool is written. */
  readonly path: readonly Key[];
  /** Ids of volumes. */
  readonly went: readonly string[];
}

const fewerVolumes = (cluster: ScaledCluster, { pool, path, went }: Emptied): ClusterPlan => ({
  kind: 'volumes-removed',
  pool: pool.name,
  field: [...path, 'volumes'],
  change: `${listed(went)} fewer in the pool '${pool.name}'`,
  steps: [
    `find the ids of its nodes: ${idsOf(cluster, pool.name)}`,
    `before anything else: cruiseControl.rebalances: { 'empty-${pool.name}': { mode: 'remove-disks', volumes: { '<id>': [${went.join(', ')}] } } }, apply, and approve it`,
    `once it is Ready leave the volume out, with a waiver of KFK-I009, and apply`,
    'delete the PersistentVolumeClaims that nothing uses when nobody misses them',
  ],
  warns: ['replicas that are still on it are lost with it; a broker whose every replica was there has none'],
});
