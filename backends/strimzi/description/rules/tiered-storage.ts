import type { Draft } from '../../../../model/draft';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import type { Topic } from '../../../../model/topic';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

const reference = 'https://strimzi.io/docs/operators/latest/configuring.html#type-TieredStorageCustom-reference';

export const pluginIsInImage: Rule = {
  code: 'KFK-K460',
  severity: 'error',
  title: 'A cluster with tiered storage has an image with the plugin',
  source: `${reference}: Strimzi's images contain none`,
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { tieredStorage, image } = strimziSettings(cluster);
      if (tieredStorage && !image)
        yield at(cluster, 'tieredStorage')
          .problem(`Strimzi's image has no ${tieredStorage.className}: brokers would not start`)
          .fix(`add image: one made from Strimzi's with the plugin at ${tieredStorage.classPath}`);
    }
  },
};

export const remoteIsNotCompacted: Rule = {
  code: 'KFK-K462',
  severity: 'error',
  title: 'A topic in tiered storage is not compacted',
  source: 'https://kafka.apache.org/documentation/#tiered_storage_limitation',
  *check(draft) {
    for (const topic of remoteTopics(draft))
      if (topic.cleanup !== 'delete')
        yield at(topic, 'cleanup')
          .problem(`Kafka keeps no topic of '${topic.cleanup}' in tiered storage`)
          .fix("use cleanup: 'delete', or remove 'remote.storage.enable'");
  },
};

/** Kafka's settings of what brokers keep, and of what is kept in all; `-2` stands for the same, `-1` for no bound. */
const bounds = [
  { local: 'local.retention.ms', all: 'retention', kafka: 'retention.ms' },
  { local: 'local.retention.bytes', all: 'retentionSize', kafka: 'retention.bytes' },
] as const;

export const localIsLess: Rule = {
  code: 'KFK-K463',
  severity: 'error',
  title: 'Brokers keep no more of a topic than is kept at all',
  source: 'https://kafka.apache.org/documentation/#topicconfigs_local.retention.ms: Kafka refuses more',
  *check(draft) {
    for (const topic of remoteTopics(draft))
      for (const { local, all, kafka } of bounds) {
        const kept = numberOf(topic, local);
        const most = topic[all];
        if (kept === undefined || kept === -2) continue;
        if (!Number.isInteger(kept) || kept < -2 || (most >= 0 && (kept === -1 || kept > most)))
          yield at(topic, 'config', local)
            .problem(`brokers would keep ${topic.config[local]}, and ${kafka} is ${most}`)
            .fix(`use ${most >= 0 ? `at most ${most}` : '-1, or a whole number'}`);
      }
  },
};

export const remoteSavesDisks: Rule = {
  code: 'KFK-K464',
  severity: 'warning',
  title: 'Brokers keep less of a topic in tiered storage than is kept at all',
  source: 'https://kafka.apache.org/documentation/#topicconfigs_local.retention.ms: by default they keep as much',
  *check(draft) {
    for (const topic of remoteTopics(draft))
      if (bounds.every(({ local }) => (numberOf(topic, local) ?? -2) === -2))
        yield at(topic, 'config', 'remote.storage.enable')
          .problem('brokers keep all of its records, too: no disk is saved')
          .fix("say what they keep: 'local.retention.ms': 86400000 is a day");
  },
};

const numberOf = ({ config }: Topic, key: string): number | undefined =>
  config[key] === undefined ? undefined : Number(config[key]);

/** Topics that are in tiered storage, on clusters that have it. */
function remoteTopics(draft: Draft): Topic[] {
  const tiered = new Set(
    strimziClusters(draft)
      .filter((cluster) => strimziSettings(cluster).tieredStorage)
      .map(({ name }) => name),
  );
  return [...draft.topics.values()].filter(
    ({ cluster, config }) => tiered.has(cluster) && config['remote.storage.enable'] === 'true',
  );
}

export const tieredStorageRules: readonly Rule[] = [
  pluginIsInImage,
  remoteIsNotCompacted,
  localIsLess,
  remoteSavesDisks,
];
