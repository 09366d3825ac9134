import { isInternalTopicOf } from '../internal-topic';
import { kafkaNameForm } from '../names';
import { at } from '../problem';
import type { Rule } from '../rule';
import { strangerIn } from '../strange-text';

/** Whether Kafka could have a topic of the name. */
export const isLegal = (name: string): boolean => kafkaNameForm.test(name) && !/^\.{1,2}$/.test(name);

export const legalName: Rule = {
  code: 'KFK-T001',
  severity: 'error',
  title: 'A topic has a name that Kafka accepts',
  source: 'https://github.com/apache/kafka/blob/4.3/clients/src/main/java/org/apache/kafka/common/internals/Topic.java',
  *check({ topics }) {
    for (const topic of topics.values())
      if (topic.role === 'records' && !isLegal(topic.name))
        yield at(topic)
          .problem(`Kafka accepts no topic called '${topic.name}'${strangerIn(topic.name)}`)
          .fix("use letters, digits, '.', '_' and '-', and not '.' or '..' alone");
  },
};

export const domainEventName: Rule = {
  code: 'KFK-T004',
  severity: 'warning',
  title: 'A topic is named domain.event',
  source: 'best practice: a meaningful naming convention (domain.event)',
  *check({ topics, applications }) {
    for (const topic of topics.values())
      if (
        topic.role === 'records' &&
        // Tables give their names to topics as they are.
        !topic.madeBy &&
        kafkaNameForm.test(topic.name) &&
        !topic.name.startsWith('_') &&
        !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(topic.name) &&
        ![...applications.values()].some((application) => isInternalTopicOf(application, topic))
      )
        yield at(topic)
          .problem(`'${topic.name}' is not of the form domain.event`)
          .fix("use lower-case words with dots: 'orders.created'");
  },
};

export const noCollision: Rule = {
  code: 'KFK-T005',
  severity: 'error',
  title: "Names on a cluster differ in more than '.' and '_'",
  source:
    "Kafka's brokers refuse such topics, their metrics share a name; users' pain: dots become underscores (Mongey #452)",
  *check({ topics }) {
    const seen = new Map<string, string>();
    for (const topic of topics.values()) {
      const key = `${topic.cluster} ${topic.name.replaceAll('.', '_')}`;
      const other = seen.get(key);
      if (other)
        yield at(topic).problem(`'${topic.name}' and '${other}' differ only in '.' and '_'`).fix('rename one of them');
      else seen.set(key, topic.name);
    }
  },
};

export const notInternal: Rule = {
  code: 'KFK-T006',
  severity: 'error',
  title: "Topics whose names start with '__' belong to Kafka",
  source: "users' pain: tools that delete internal topics (JulieOps #39, Jikkou #640)",
  *check({ topics }) {
    for (const topic of topics.values())
      if (topic.role === 'records' && topic.name.startsWith('__'))
        yield at(topic)
          .problem(`'${topic.name}' looks like a topic of Kafka's own`)
          .fix("choose a name that does not start with '__'");
  },
};

export const topicNameRules: readonly Rule[] = [legalName, domainEventName, noCollision, notInternal];
