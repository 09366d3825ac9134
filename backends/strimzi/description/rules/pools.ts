import type { Cluster } from '../../../../model/cluster';
import type { Key } from '../../../../model/place';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { formatSize } from '../../../../model/units';
import { strimziSettings } from '../cluster';
import { hasRole, nodesWith, type Pool } from '../pool';
import { strimziClusters } from './clusters';

export const quorum: Rule = {
  code: 'KFK-K403',
  severity: 'error',
  title: 'Controllers can form a majority: 1, 3 or 5, and more than one in production',
  source: 'https://kafka.apache.org/documentation/#kraft_deployment: three or five controllers',
  *check(draft) {
    const allowed = draft.environment.profile === 'production' ? [3, 5] : [1, 3, 5];
    for (const cluster of strimziClusters(draft)) {
      const controllers = nodesWith(strimziSettings(cluster).pools, 'controller');
      if (!allowed.includes(controllers))
        yield at(cluster, 'controllers')
          .problem(`${controllers} controllers are given where ${allowed.join(' or ')} are needed`)
          .fix('use 3');
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

export const racksKnown: Rule = {
  code: 'KFK-K408',
  severity: 'warning',
  title: 'In production replicas are spread over more than hosts',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-Rack-reference',
  *check(draft) {
    if (draft.environment.profile !== 'production') return;
    for (const cluster of strimziClusters(draft))
      if (!strimziSettings(cluster).rack)
        yield at(cluster, 'rack')
          .problem('all replicas of a partition may be in one zone')
          .fix("add rack: 'topology.kubernetes.io/zone'");
  },
};

export const poolRules: readonly Rule[] = [quorum, sizesSuffice, racksKnown];
