import type { Connector } from '../connector';
import type { Draft } from '../draft';
import type { Consumes } from '../flow';
import { didYouMean } from '../near-miss';
import { at } from '../problem';
import type { Rule } from '../rule';

const sinks = 'https://kafka.apache.org/documentation/#sinkconnectorconfigs';

/** What a connector reads as a sink. */
const consumedBy = ({ name, schemaHistory }: Connector, { flows }: Draft): Consumes[] =>
  flows.flatMap((flow) =>
    flow.direction === 'consume' && flow.connector === name && flow.topic !== schemaHistory ? [flow] : [],
  );

export const movesSomething: Rule = {
  code: 'KFK-C034',
  severity: 'warning',
  title: 'A connector that runs moves records of topics',
  source: 'a connector without topics has permissions for none, and fails when it meets the first',
  *check(draft) {
    if (draft.broken.has('connectors')) return;
    const busy = new Set(draft.flows.map(({ connector }) => connector));
    for (const connector of draft.connectors.values())
      if (draft.connectClusters.has(connector.connectCluster ?? '') && !busy.has(connector.name))
        yield at(connector)
          .problem('it produces and consumes nothing')
          .fix('add produces or consumes: what it moves is what its workers may do');
  },
};

export const oneDeadLetter: Rule = {
  code: 'KFK-C035',
  severity: 'error',
  title: 'A connector with a dead letter reads one topic',
  source: `${sinks}_errors.deadletterqueue.topic.name: there is one for all of its topics`,
  *check(draft) {
    for (const connector of draft.connectors.values()) {
      const consumed = consumedBy(connector, draft);
      const letter = consumed.find((flow) => flow.deadLetter);
      if (letter && consumed.length > 1)
        yield at(connector, 'consumes', letter.topic, 'deadLetter')
          .problem(`Kafka Connect has one dead letter for all ${consumed.length} topics of a connector`)
          .fix('describe a connector for each topic, or remove deadLetter');
    }
  },
};

export const tasksFindPartitions: Rule = {
  code: 'KFK-C036',
  severity: 'warning',
  title: 'A sink has no more tasks than its topics have partitions',
  source: `${sinks}_tasks.max: a task without a partition is idle`,
  *check(draft) {
    for (const connector of draft.connectors.values()) {
      const consumed = consumedBy(connector, draft).map(({ topic }) => draft.topics.get(topic)?.partitions);
      if (connector.postgres || consumed.length === 0 || consumed.some((partitions) => partitions === undefined))
        continue;
      const partitions = consumed.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      if (connector.tasks > partitions)
        yield at(connector, 'tasks')
          .problem(`${connector.tasks} tasks share ${partitions} partitions: ${connector.tasks - partitions} stay idle`)
          .fix(`use at most ${partitions} tasks, or more partitions`);
    }
  },
};

export const historyIsWhole: Rule = {
  code: 'KFK-C037',
  severity: 'error',
  title: "A schema history is one connector's, in one partition, and never forgets",
  source:
    'https://debezium.io/documentation/reference/3.7/connectors/mysql.html#mysql-property-database-history-kafka-topic: a connector that lost it cannot read its log',
  *check({ connectors, topics, broken }) {
    const seen = new Map<string, string>();
    for (const connector of connectors.values()) {
      const { schemaHistory } = connector;
      if (schemaHistory === undefined) continue;
      const place = at(connector, 'schemaHistory');
      if (connector.postgres)
        yield place.problem("PostgreSQL's log says what tables look like: it needs no history").fix('remove it');
      if (!connector.config['topic.prefix'])
        yield place
          .problem('its group is named after topic.prefix, which config does not say')
          .fix("add config: { 'topic.prefix': … }");
      const other = seen.get(schemaHistory);
      if (other) yield place.problem(`'${other}' keeps its own history there`).fix('give each connector its own topic');
      seen.set(schemaHistory, other ?? connector.name);
      const topic = topics.get(schemaHistory);
      if (!topic && !broken.has('topics', schemaHistory))
        yield place
          .problem(`no topic is called '${schemaHistory}'`)
          .fix(
            didYouMean(schemaHistory, topics.keys()) ??
              "describe it under topics: partitions: 1, retention: 'unlimited'",
          );
      if (
        topic &&
        (topic.partitions !== 1 || topic.cleanup !== 'delete' || topic.retention >= 0 || topic.retentionSize >= 0)
      )
        yield place
          .problem(`'${schemaHistory}' has ${topic.partitions} partitions, or forgets records`)
          .fix("describe it with partitions: 1, cleanup: 'delete', retention: 'unlimited' and no retentionSize");
    }
  },
};

export const madeTopicsAreDescribed: Rule = {
  code: 'KFK-C038',
  severity: 'error',
  title: 'An override of a topic that a connector makes has a topic to override',
  source:
    'an override changes what is described under topics; the topic of a table is not, unless somebody describes it there',
  *check({ topics, overridden, environment }) {
    for (const name of overridden.topics) {
      const by = topics.get(name)?.madeBy;
      if (by)
        yield at(environment, 'overrides', 'topics', name)
          .problem(`'${name}' is made by the connector '${by}', and this would change nothing`)
          .fix(`override connectors.${by}.postgres, or describe '${name}' under topics of the platform`);
    }
  },
};

export const connectorTopicRules: readonly Rule[] = [
  movesSomething,
  oneDeadLetter,
  tasksFindPartitions,
  historyIsWhole,
  madeTopicsAreDescribed,
];
