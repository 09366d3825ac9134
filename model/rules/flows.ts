import { transactionalTopics } from '../application';
import type { Flow } from '../flow';
import { at } from '../problem';
import type { Rule } from '../rule';
import { formatDuration } from '../units';

/** Kafka's default `max.poll.interval.ms`. */
const maxPollInterval = 300_000;

export const boundedAttempts: Rule = {
  code: 'KFK-F002',
  severity: 'error',
  title: 'A record is tried at least once and not for ever',
  source: 'best practice: set retry limits; avoid infinite retry loops',
  *check({ flows }) {
    for (const flow of flows)
      if (
        flow.direction === 'consume' &&
        flow.deadLetter &&
        (flow.deadLetter.attempts < 1 || flow.deadLetter.attempts > 100)
      )
        yield at(flow, 'deadLetter', 'attempts')
          .problem(`${flow.deadLetter.attempts} attempts are given where 1 to 100 are allowed`)
          .fix('write between 1 and 100');
  },
};

export const retriesWithinPoll: Rule = {
  code: 'KFK-F003',
  severity: 'error',
  title: 'A record is given up before its consumer is thrown out of the group',
  source: 'https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms (5 minutes); rebalance storms',
  *check({ flows }) {
    for (const flow of flows) {
      if (flow.direction !== 'consume' || !flow.deadLetter) continue;
      const { attempts, backoff } = flow.deadLetter;
      const waits = (attempts - 1) * backoff;
      if (waits >= maxPollInterval)
        yield at(flow, 'deadLetter')
          .problem(
            `${attempts} attempts ${formatDuration(backoff)} apart wait ${formatDuration(waits)}; after ${formatDuration(maxPollInterval)} without a poll the group takes the partition away`,
          )
          .fix('try less often or wait less between tries');
    }
  },
};

export const deadLetterOutlivesSource: Rule = {
  code: 'KFK-F004',
  severity: 'error',
  title: 'A failed record stays at least as long as the record it came from',
  source: 'best practice: build reprocessing pipelines; a failure must still be there to be reprocessed',
  *check({ flows, topics }) {
    for (const flow of flows) {
      if (flow.direction !== 'consume' || flow.deadLetter?.retention === undefined) continue;
      const source = topics.get(flow.topic);
      if (
        source &&
        source.cleanup === 'delete' &&
        (source.retention < 0 || flow.deadLetter.retention < source.retention)
      )
        yield at(flow, 'deadLetter', 'retention')
          .problem(
            `failures stay ${formatDuration(flow.deadLetter.retention)}, the records of '${source.name}' ${formatDuration(source.retention)}`,
          )
          .fix(source.retention < 0 ? 'leave it out' : `use at least ${formatDuration(source.retention)}`);
    }
  },
};

export const deadLettersApart: Rule = {
  code: 'KFK-F010',
  severity: 'error',
  title: 'Each dead letter has a topic of its own',
  source: 'best practice: dead-letter queues; failures of two consumers in one topic are nobody’s to reprocess',
  *check({ flows }) {
    const seen = new Map<string, string>();
    for (const flow of flows) {
      if (flow.direction !== 'consume' || !flow.deadLetter) continue;
      const { topic } = flow.deadLetter;
      const other = seen.get(topic);
      if (other)
        yield at(flow, 'deadLetter')
          .problem(`failures of '${flow.group}' and of '${other}' would both go to '${topic}'`)
          .fix('rename one of the groups');
      else seen.set(topic, flow.group);
    }
  },
};

export const noLoop: Rule = {
  code: 'KFK-F005',
  severity: 'error',
  waivable: true,
  title: 'An application does not consume what it produces',
  source: 'best practice: avoid infinite retry loops',
  *check({ flows, applications }) {
    const produced = new Set(
      flows
        .filter(({ direction }) => direction === 'produce')
        .map(({ application, topic }) => `${application} ${topic}`),
    );
    // Connect and bridges move records for many: one of them may read what another writes.
    const forMany = (flow: Flow) => flow.connector || applications.get(flow.application)?.workload?.kind === 'bridge';
    for (const flow of flows)
      if (flow.direction === 'consume' && !forMany(flow) && produced.has(`${flow.application} ${flow.topic}`))
        yield at(flow)
          .problem(`'${flow.application}' also produces to '${flow.topic}': each record can make another`)
          .fix('put the records it makes on a topic of their own');
  },
};

export const readsCommitted: Rule = {
  code: 'KFK-F006',
  severity: 'error',
  title: 'A consumer of a topic that is written in transactions reads committed records',
  source: 'best practice: isolation.level=read_committed when consuming from transactional topics',
  *check({ flows, applications }) {
    const topics = transactionalTopics(flows, applications);
    for (const flow of flows)
      if (
        flow.direction === 'consume' &&
        // What runs a connector decides how it reads; another rule says so.
        flow.connector === undefined &&
        flow.isolation === 'read_uncommitted' &&
        topics.has(flow.topic)
      )
        yield at(flow, 'isolation')
          .problem(`'${flow.topic}' is written in transactions: records of aborted ones would be read`)
          .fix('remove isolation');
  },
};

export const failuresHaveAPlace: Rule = {
  code: 'KFK-F008',
  severity: 'warning',
  profile: 'production',
  title: 'In production a consumer that is no stream processor has a dead letter',
  source: 'best practice: dead-letter queues; one poison record stops its partition',
  *check({ flows, applications }) {
    for (const flow of flows)
      if (flow.direction === 'consume' && !flow.deadLetter && !applications.get(flow.application)?.streams)
        yield at(flow).problem('a record that cannot be processed stops its partition').fix('add deadLetter: {}');
  },
};

export const notRemoved: Rule = {
  code: 'KFK-F009',
  severity: 'error',
  title: 'No flow uses a topic that goes',
  source: "users' pain: access outlives its topic (Mongey #55)",
  *check({ flows, topics }) {
    for (const flow of flows) {
      const topic = topics.get(flow.topic);
      if (topic?.removed && topic.role === 'records')
        yield at(flow).problem(`'${flow.topic}' is described as removed`).fix('remove the flow as well');
    }
  },
};

export const flowRules: readonly Rule[] = [
  boundedAttempts,
  retriesWithinPoll,
  deadLetterOutlivesSource,
  deadLettersApart,
  noLoop,
  readsCommitted,
  failuresHaveAPlace,
  notRemoved,
];
