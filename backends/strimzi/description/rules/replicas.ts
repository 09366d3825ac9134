import { own } from '../../../../model/by-name';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

export const replicasMoved: Rule = {
  code: 'KFK-T018',
  severity: 'error',
  title: 'Somebody moves the replicas of a topic that gets more or fewer of them',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#proc-changing-topic-replicas-str',
  *check(draft) {
    const without = new Map(
      strimziClusters(draft)
        .filter((cluster) => !strimziSettings(cluster).cruiseControl)
        .map((cluster) => [cluster.name, cluster]),
    );
    for (const topic of draft.topics.values()) {
      const known = own(draft.inventory.topics, topic.name);
      const had = known?.cluster === topic.cluster ? known.replicationFactor : undefined;
      const cluster = without.get(topic.cluster);
      if (had !== undefined && had !== topic.replicationFactor && cluster && !topic.removed)
        yield at(topic, 'replicationFactor')
          .problem(
            `it has ${had}, ${topic.replicationFactor} are given, and the Topic Operator changes them by Cruise Control only`,
          )
          .fix(
            had > cluster.brokers
              ? `keep ${had} brokers, or add cruiseControl: {} to '${cluster.name}' before any of them goes`
              : `use ${had}, or add cruiseControl: {} to '${cluster.name}'`,
          );
    }
  },
};

export const replicaRules: readonly Rule[] = [replicasMoved];
