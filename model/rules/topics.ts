import { isInternalTopicOf } from '../internal-topic';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import type { Rule } from '../rule';
import type { Topic } from '../topic';
import { configValueProblem, topicConfigs } from '../topic-config';
import { formatDuration, formatSize } from '../units';
import { isLegal } from './topic-names';

export const knownConfig: Rule = {
  code: 'KFK-T002',
  severity: 'error',
  title: "A topic's config holds Kafka's own names, and only those without a field of their own",
  source: 'https://kafka.apache.org/documentation/#topicconfigs',
  *check({ topics }) {
    for (const topic of topics.values())
      for (const key of Object.keys(topic.config)) {
        const known = Object.hasOwn(topicConfigs, key) ? topicConfigs[key] : undefined;
        if (!known)
          yield at(topic, 'config', key)
            .problem(`Kafka has no topic configuration '${key}'`)
            .fix(useInstead(key, Object.keys(topicConfigs)));
        else if (known.type === 'field')
          yield at(topic, 'config', key)
            .problem(`'${key}' is said by the field '${known.field}'`)
            .fix(`remove it and write ${known.field}: …`);
      }
  },
};

export const configValue: Rule = {
  code: 'KFK-T003',
  severity: 'error',
  title: "A topic configuration's value is one that Kafka accepts",
  source: 'https://kafka.apache.org/documentation/#topicconfigs',
  *check({ topics }) {
    for (const topic of topics.values())
      for (const [key, value] of Object.entries(topic.config)) {
        const allowed = Object.hasOwn(topicConfigs, key) ? topicConfigs[key] : undefined;
        const expected = allowed && configValueProblem(allowed, value);
        if (expected)
          yield at(topic, 'config', key)
            .problem(`'${value}' is given where ${expected} is needed`)
            .fix(`write ${expected}`);
      }
    for (const topic of topics.values())
      if (topic.role === 'records' && topic.maxMessageSize !== undefined && topic.maxMessageSize >= 2 ** 31)
        yield at(topic, 'maxMessageSize')
          .problem(`${formatSize(topic.maxMessageSize)} is given where Kafka takes less than 2GiB`)
          .fix('write a smaller size; records of more than a few MiB are better stored elsewhere');
  },
};

/** A dead letter is described by the flow that it is for. */
const atRetention = (topic: Topic) =>
  topic.role === 'dead-letter' ? at(topic, 'deadLetter', 'retention') : at(topic, 'retention');

export const personalDataExpires: Rule = {
  code: 'KFK-T012',
  severity: 'error',
  title: 'Personal data does not stay for ever',
  source: 'best practice: compliance metadata (GDPR, storage limitation, article 5(1)(e))',
  *check({ topics }) {
    for (const topic of topics.values())
      if (topic.classification === 'personal' && topic.cleanup !== 'compact' && topic.retention < 0)
        yield atRetention(topic)
          .problem('personal data with unlimited retention')
          .fix("give it an end, such as retention: '90d'");
  },
};

export const retentionHasEffect: Rule = {
  code: 'KFK-T013',
  severity: 'warning',
  title: 'Retention is said where it has an effect',
  source: 'https://kafka.apache.org/documentation/#topicconfigs: cleanup.policy=compact ignores retention.ms',
  *check({ topics }) {
    for (const topic of topics.values())
      if (topic.cleanup === 'compact' && topic.retention >= 0)
        yield at(topic, 'retention')
          .problem("a compacted topic keeps each key's latest record, whatever its retention")
          .fix("remove it, or use cleanup: 'compact,delete'");
  },
};

export const retentionAtLeastASegment: Rule = {
  code: 'KFK-T017',
  severity: 'warning',
  title: 'Records can be deleted when their retention ends',
  source:
    'https://kafka.apache.org/documentation/#topicconfigs: only closed segments are deleted (segment.ms, default 7 days)',
  *check({ topics }) {
    for (const topic of topics.values()) {
      const segment = Number(topic.config['segment.ms'] ?? 604_800_000);
      if (
        topic.cleanup !== 'compact' &&
        topic.retention > 0 &&
        topic.classification === 'personal' &&
        segment > topic.retention
      )
        yield atRetention(topic)
          .problem(
            `personal data stays until its segment closes, after ${formatDuration(segment)}, though retention is ${formatDuration(topic.retention)}`,
          )
          .fix(
            topic.role === 'dead-letter'
              ? `keep failures for ${formatDuration(segment)} or more, or describe '${topic.name}' by hand with a shorter segment.ms`
              : `add config: { 'segment.ms': ${topic.retention} } or less`,
          );
    }
  },
};

export const somebodyProduces: Rule = {
  code: 'KFK-T014',
  severity: 'warning',
  title: 'Somebody produces to each topic that is consumed',
  source: "users' pain: grants that nobody uses (JulieOps #518)",
  *check({ topics, flows, broken }) {
    if (broken.has('flows')) return;
    const produced = new Set(flows.filter(({ direction }) => direction === 'produce').map(({ topic }) => topic));
    const consumed = new Set(flows.filter(({ direction }) => direction === 'consume').map(({ topic }) => topic));
    for (const topic of topics.values())
      if (consumed.has(topic.name) && !produced.has(topic.name))
        yield at(topic)
          .problem('it is consumed and nobody produces to it')
          .fix('add produces to the application that writes it');
  },
};

export const somebodyUses: Rule = {
  code: 'KFK-T015',
  severity: 'warning',
  title: 'Each topic is used',
  source: 'best practice: automate the topic lifecycle; a topic that nobody uses costs storage',
  *check({ topics, flows, applications, broken }) {
    if (broken.has('flows')) return;
    const granted = [...applications.values()].flatMap(({ grants = [] }) => grants.map((grant) => grant.resourceName));
    const used = new Set([...flows.map(({ topic }) => topic), ...granted]);
    // Where nothing runs its connector, that is said of the connector; flows have the right name of one that is misspelled.
    for (const topic of topics.values())
      if (
        !used.has(topic.name) &&
        isLegal(topic.name) &&
        !topic.removed &&
        !topic.madeBy &&
        ![...applications.values()].some((application) => isInternalTopicOf(application, topic))
      )
        yield at(topic).problem('nobody produces to it or consumes it').fix('add its flows, or say removed: { … }');
  },
};

export const topicRules: readonly Rule[] = [
  knownConfig,
  configValue,
  personalDataExpires,
  retentionHasEffect,
  retentionAtLeastASegment,
  somebodyProduces,
  somebodyUses,
];
