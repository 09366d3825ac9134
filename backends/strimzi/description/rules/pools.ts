import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import type { Key } from '../../../../model/place';
import { at } from '../../../../model/problem';
import { isAtLeast } from '../../../../model/profile';
import type { Rule } from '../../../../model/rule';
import { formatSize } from '../../../../model/units';
import { strimziSettings } from '../cluster';
import { hasRole, nodesWith, type Pool } from '../pool';
import { strimziClusters } from './clusters';

const controllersOf = (cluster: Cluster): number => nodesWith(strimziSettings(cluster).pools, 'controller');

/** Where the number of controllers is written. */
const atControllers = (cluster: Cluster) => at(cluster, strimziSettings(cluster).hasPools ? 'pools' : 'controllers');

export const quorum: Rule = {
  code: 'KFK-K403',
  severity: 'error',
  profile: 'production',
  title: 'In production three or five controllers can form a majority without one',
  source: 'https://kafka.apache.org/documentation/#kraft_deployment: three or five controllers',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const controllers = controllersOf(cluster);
      if (![3, 5].includes(controllers) && controllers > 0 && !draft.broken.within('clusters', cluster.name, 'pools'))
        yield atControllers(cluster)
          .problem(`${controllers} controllers are given where 3 or 5 are needed`)
          .fix('use 3');
    }
  },
};

export const oddQuorum: Rule = {
  code: 'KFK-K412',
  severity: 'warning',
  title: 'Controllers are an odd number, of at most five',
  source: 'https://kafka.apache.org/documentation/#kraft_deployment: a majority of 4 is 3, as of 5',
  *check(draft) {
    if (isAtLeast(draft.environment.profile, 'production')) return;
    for (const cluster of strimziClusters(draft)) {
      const controllers = controllersOf(cluster);
      if (draft.broken.within('clusters', cluster.name, 'pools')) continue;
      if (controllers > 0 && (controllers % 2 === 0 || controllers > 5))
        yield atControllers(cluster)
          .problem(
            controllers % 2 === 0
              ? `a majority of ${controllers} is ${controllers / 2 + 1}: the cluster survives no more failures than with ${controllers - 1}`
              : `each of ${controllers} controllers takes part in every change of metadata`,
          )
          .fix(`use ${controllers > 5 ? 5 : controllers - 1}`);
    }
  },
};

/** What each node gets: the least that works, and why. */
const sizes = {
  storage: {
    least: 2 ** 30,
    write: formatSize,
    why: "a segment, of which a partition has one or more, is 1GiB by Kafka's default",
  },
  memory: { least: 2 ** 30, write: formatSize, why: "Kafka's default heap is 1GiB" },
  cpu: { least: 0.1, write: String, why: 'what is not reserved may not be there' },
} as const;

export const sizesSuffice: Rule = {
  code: 'KFK-K404',
  severity: 'error',
  title: 'A node gets disks, memory and processors that it can start with',
  source: 'https://kafka.apache.org/documentation/#brokerconfigs_log.segment.bytes',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const { path, what, given } of strimziSettings(cluster).pools.flatMap((pool) => sizesOf(pool, cluster))) {
        const { least, write, why } = sizes[what];
        if (given < least)
          yield at(cluster, ...path)
            .problem(`${given === 0 ? 'nothing' : write(given)} is given: ${why}`)
            .fix(`use ${write(least)} or more`);
      }
  },
};

interface NodeSize {
  readonly path: readonly Key[];
  readonly what: keyof typeof sizes;
  readonly given: number;
}

/** Without `pools` only what brokers get is written. */
function sizesOf(pool: Pool, cluster: Cluster): NodeSize[] {
  const { hasPools } = strimziSettings(cluster);
  if (!hasPools && !hasRole(pool, 'broker')) return [];
  const path = hasPools ? ['pools', pool.name] : [];
  return [
    ...pool.volumes.map(({ size, path: volume }) => ({
      path: [...path, ...volume, volume.length > 0 ? 'size' : 'storage'],
      what: 'storage' as const,
      given: size,
    })),
    { path: [...path, 'memory'], what: 'memory', given: pool.memory },
    { path: [...path, 'cpu'], what: 'cpu', given: pool.cpu },
  ];
}

export const heapFits: Rule = {
  code: 'KFK-K421',
  severity: 'error',
  title: 'The heap is a part of the memory',
  source: 'https://kafka.apache.org/documentation/#java: reads are served from the page cache beside it',
  *check(draft) {
    for (const { cluster, pool, path } of eachPool(draft))
      if (pool.heap !== undefined && (pool.heap < 2 ** 28 || pool.heap > pool.memory * 0.8))
        yield at(cluster, ...path, 'heap')
          .problem(
            `${pool.heap === 0 ? 'nothing' : formatSize(pool.heap)} is given of ${formatSize(pool.memory)} of memory`,
          )
          .fix('use 256MiB or more, and at most four fifths of the memory; a quarter leaves room for the page cache');
  },
};

export const racksKnown: Rule = {
  code: 'KFK-K408',
  severity: 'warning',
  profile: 'production',
  title: 'In production replicas are spread over more than hosts',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-Rack-reference',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      if (!strimziSettings(cluster).rack)
        yield at(cluster, 'rack')
          .problem('all replicas of a partition may be in one zone')
          .fix("add rack: 'topology.kubernetes.io/zone'");
  },
};

export interface DescribedPool {
  readonly cluster: Cluster;
  readonly pool: Pool;
  /** Where it is written: nowhere of its own without `pools`. */
  readonly path: readonly Key[];
}

/** Every pool of every cluster of this back end. */
export const eachPool = (draft: Draft): DescribedPool[] =>
  strimziClusters(draft).flatMap((cluster) => {
    const { pools, hasPools } = strimziSettings(cluster);
    return pools.map((pool) => ({ cluster, pool, path: hasPools ? ['pools', pool.name] : [] }));
  });

export const poolRules: readonly Rule[] = [quorum, oddQuorum, sizesSuffice, heapFits, racksKnown];
