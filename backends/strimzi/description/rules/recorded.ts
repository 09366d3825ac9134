import { own } from '../../../../model/by-name';
import type { Cluster } from '../../../../model/cluster';
import type { ClusterRecord } from '../../../../model/cluster-record';
import type { Draft } from '../../../../model/draft';
import { kitCommand } from '../../../../model/kit-command';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import type { ClusterPlan } from '../../../../model/scale';
import { formatSize } from '../../../../model/units';
import { strimziSettings } from '../cluster';
import type { Pool } from '../pool';
import { brokerChanges, nodesField, scale } from '../scale';
import { isNewer, isOlderKafka, understands } from '../versions';
import { strimziClusters } from './clusters';

/** The clusters that exist, with what they were when they were recorded. */
const recordedClusters = (draft: Draft): { readonly cluster: Cluster; readonly recorded: ClusterRecord }[] =>
  strimziClusters(draft).flatMap((cluster) => {
    const recorded = own(draft.inventory.clusters, cluster.name);
    return recorded?.backend === 'strimzi' ? [{ cluster, recorded }] : [];
  });

/** Pools that exist and stay. */
const stayingPools = (cluster: Cluster, { pools }: ClusterRecord) =>
  strimziSettings(cluster).pools.flatMap((pool) => {
    const had = own(pools, pool.name);
    return had ? [{ pool, had, path: strimziSettings(cluster).hasPools ? ['pools', pool.name] : [] }] : [];
  });

export const disksOnlyGrow: Rule = {
  code: 'KFK-I008',
  severity: 'error',
  title: 'A disk that exists only grows, and stays in its StorageClass',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims',
  *check(draft) {
    for (const { cluster, recorded } of recordedClusters(draft))
      for (const { pool, had, path } of stayingPools(cluster, recorded))
        for (const volume of pool.volumes) {
          const known = own(had.volumes, String(volume.id));
          if (!known || known.ephemeral || pool.ephemeral) continue;
          const field = (name: string, alone: string) =>
            at(cluster, ...path, ...volume.path, volume.path.length > 0 ? name : alone);
          if (volume.size > 0 && volume.size < known.size)
            yield field('size', 'storage')
              .problem(`volume ${volume.id} of '${pool.name}' has ${formatSize(known.size)}, and no disk shrinks`)
              .fix(`use ${formatSize(known.size)} or more, or a new pool to which records are moved`);
          if (volume.storageClass !== known.storageClass)
            yield field('storageClass', 'storageClass')
              .problem(
                `volume ${volume.id} of '${pool.name}' is in ${classText(known.storageClass)}, and no disk moves to ${classText(volume.storageClass)}`,
              )
              .fix('put it back, and add a volume with an id of its own, or a pool, in the other StorageClass');
        }
  },
};

const classText = (name: string | undefined): string =>
  name === undefined ? 'the default StorageClass' : `the StorageClass '${name}'`;

export const disksEmptied: Rule = {
  code: 'KFK-I009',
  severity: 'error',
  waivable: true,
  title: 'A pool or volume that exists is emptied before it leaves the description',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#proc-cruise-control-moving-data-str',
  *check(draft) {
    if (draft.environment.disposable) return;
    for (const { cluster, recorded } of recordedClusters(draft)) {
      const { pools } = strimziSettings(cluster);
      for (const [name, { nodes, roles }] of Object.entries(recorded.pools))
        if (nodes > 0 && roles.includes('broker') && !pools.some((pool) => pool.name === name))
          yield at(cluster, 'pools', name)
            .problem(`${nodes} nodes of the pool '${name}' exist, and the description no longer says it`)
            .fix(
              `put it back with nodes: 0, by this plan: ${stepsOf(scale.plansOf(cluster, recorded), 'brokers', name)}`,
            );
      for (const { pool, had, path } of stayingPools(cluster, recorded))
        for (const [id, volume] of Object.entries(had.volumes))
          if (!volume.ephemeral && pool.nodes > 0 && !pool.volumes.some((known) => String(known.id) === id))
            yield at(cluster, ...path, 'volumes')
              .problem(`volume ${id} of '${pool.name}' exists, with what is on it`)
              .fix(
                `put it back, and empty it first: ${stepsOf(scale.plansOf(cluster, recorded), 'volumes-removed', pool.name)}`,
              );
    }
  },
};

/** The plan of one change of a pool, as one sentence. */
const stepsOf = (plans: readonly ClusterPlan[], kind: ClusterPlan['kind'], pool: string): string =>
  plans
    .filter((plan) => plan.kind === kind && plan.pool === pool)
    .flatMap(({ steps }) => steps)
    .map((step, index) => `${index + 1}. ${step}`)
    .join('; ');

export const brokersEmptied: Rule = {
  code: 'KFK-I010',
  severity: 'warning',
  title: 'Brokers are emptied before they go',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#proc-scaling-down-node-pools-str',
  *check(draft) {
    for (const { cluster, recorded } of recordedClusters(draft))
      for (const { name, pool, before, now } of brokerChanges(cluster, recorded))
        if (pool && now < before)
          yield at(cluster, ...nodesField(cluster, name))
            .problem(`${before - now} of ${before} brokers of the pool '${name}' go`)
            .fix(stepsOf(scale.plansOf(cluster, recorded), 'brokers', name));
  },
};

export const versionsForward: Rule = {
  code: 'KFK-I011',
  severity: 'error',
  title: 'The metadata version of a cluster that exists is not lowered, and its version of Kafka knows it',
  source: 'https://kafka.apache.org/documentation/#upgrade: a cluster cannot be downgraded past its metadata version',
  *check(draft) {
    for (const { cluster, recorded } of recordedClusters(draft)) {
      const known = recorded.metadataVersion;
      const { metadataVersion } = strimziSettings(cluster);
      if (known === undefined) continue;
      if (isOlderKafka(cluster.version, recorded.version) && !understands(cluster.version, known))
        yield at(cluster, 'version')
          .problem(`Kafka ${cluster.version} does not start on disks of the metadata version ${known}`)
          .fix(`use ${recorded.version}`);
      else if (isNewer(known, metadataVersion))
        yield at(cluster, 'metadataVersion')
          .problem(`the disks have the metadata version ${known}, and '${metadataVersion}' is older`)
          .fix(`use '${known}'`);
    }
  },
};

export const controllersStay: Rule = {
  code: 'KFK-K425',
  severity: 'error',
  title: 'A cluster that exists keeps its controllers',
  source: 'https://github.com/strimzi/strimzi-kafka-operator/issues/9429: the quorum is static, read 2026-11-21',
  *check(draft) {
    for (const { cluster, recorded } of recordedClusters(draft)) {
      const { pools, hasPools } = strimziSettings(cluster);
      const before = controllersIn(recorded.pools);
      const now = controllersIn(Object.fromEntries(pools.map((pool) => [pool.name, pool])));
      if (before === now) continue;
      yield at(cluster, hasPools ? 'pools' : 'controllers')
        .problem(`it has ${before} and would have ${now || 'none'}: Strimzi changes no quorum that exists`)
        .fix(
          draft.environment.disposable
            ? "put them back, or delete the Kafka, its pools and disks, and the cluster's line in the inventory"
            : 'put them back; another quorum is another cluster, to which records are replicated',
        );
    }
  },
};

/** As `3 in 'controller'`, the same for the same controllers. */
const controllersIn = (pools: Readonly<Record<string, Pick<Pool, 'nodes'> & { readonly roles: readonly string[] }>>) =>
  Object.entries(pools)
    .filter(([, { roles, nodes }]) => roles.includes('controller') && nodes > 0)
    .map(([name, { nodes }]) => `${nodes} controllers in '${name}'`)
    .sort()
    .join(' and ');

export const versionsApart: Rule = {
  code: 'KFK-K428',
  severity: 'warning',
  title: 'The metadata version is raised after the version of Kafka, not with it',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#proc-upgrade-kafka-kraft-str',
  *check(draft) {
    for (const { cluster, recorded } of recordedClusters(draft)) {
      const known = recorded.metadataVersion;
      if (
        known !== undefined &&
        isOlderKafka(recorded.version, cluster.version) &&
        isNewer(strimziSettings(cluster).metadataVersion, known)
      )
        yield at(cluster, 'metadataVersion')
          .problem(
            `with Kafka ${cluster.version} instead of ${recorded.version} it is raised at once, and the upgrade cannot be taken back`,
          )
          .fix(`add metadataVersion: '${known}'; ${kitCommand(draft, 'explain', cluster.name)} tells when to raise it`);
    }
  },
};

export const kindOfDiskStays: Rule = {
  code: 'KFK-K429',
  severity: 'error',
  title: 'A pool that exists keeps its kind of disk',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaNodePoolSpec-reference: storage.type',
  *check(draft) {
    for (const { cluster, recorded } of recordedClusters(draft))
      for (const { pool, had, path } of stayingPools(cluster, recorded)) {
        const kinds = new Set(Object.values(had.volumes).map(({ ephemeral = false }) => ephemeral));
        if (kinds.size > 0 && !kinds.has(pool.ephemeral))
          yield at(cluster, ...path, 'ephemeral')
            .problem(
              `it is ${pool.ephemeral ? 'on disks that stay' : "on its pods' own disks"}, and Strimzi leaves it there`,
            )
            .fix('put it back, and add a pool of the other kind');
      }
  },
};

export const recordedRules: readonly Rule[] = [
  disksOnlyGrow,
  disksEmptied,
  brokersEmptied,
  versionsForward,
  controllersStay,
  versionsApart,
  kindOfDiskStays,
];
