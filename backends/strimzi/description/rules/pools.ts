import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { formatSize } from '../../../../model/units';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

export const quorum: Rule = {
  code: 'KFK-K403',
  severity: 'error',
  title: 'Controllers can form a majority: 1, 3 or 5, and more than one in production',
  source: 'https://kafka.apache.org/documentation/#kraft_deployment: three or five controllers',
  *check(draft) {
    const allowed = draft.environment.profile === 'production' ? [3, 5] : [1, 3, 5];
    for (const cluster of strimziClusters(draft)) {
      const { controllers } = strimziSettings(cluster);
      if (!allowed.includes(controllers))
        yield at(cluster, 'controllers')
          .problem(`${controllers} controllers are given where ${allowed.join(' or ')} are needed`)
          .fix('use 3');
    }
  },
};

/** What each broker gets: the least that works, and why. */
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
  title: 'A broker gets a disk, memory and processors that it can start with',
  source: 'https://kafka.apache.org/documentation/#brokerconfigs_log.segment.bytes',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const field of ['storage', 'memory', 'cpu'] as const) {
        const given = strimziSettings(cluster)[field];
        const { least, write, why } = sizes[field];
        if (given < least)
          yield at(cluster, field)
            .problem(`${given === 0 ? 'nothing' : write(given)} is given: ${why}`)
            .fix(`use ${write(least)} or more`);
      }
  },
};

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
