import type { Consumes, DeadLetter, Flow } from '../flow';
import type { Topic } from '../topic';

const fourteenDays = 14 * 24 * 3_600_000;

/** The topic that takes what one consumer group could not process: `<topic>.<group>.dlq`. */
export const deadLetterTopicName = (topic: string, group: string): string => `${topic}.${group}.dlq`;

/** What a consumer with a dead letter needs besides: the topic, on the consumer's team, and the right to write to it. */
export function expandDeadLetter(flow: Consumes & { readonly deadLetter: DeadLetter }, source: Topic, owner: string) {
  const { deadLetter } = flow;
  const topic: Topic = {
    name: deadLetter.topic,
    owner,
    description: `Records of ${source.name} that ${flow.group} could not process`,
    cluster: source.cluster,
    partitions: source.partitions,
    replicationFactor: source.replicationFactor,
    minInsyncReplicas: source.minInsyncReplicas,
    cleanup: 'delete',
    retention: deadLetter.retention ?? longest(source.retention, fourteenDays),
    retentionSize: -1,
    maxMessageSize: source.maxMessageSize,
    classification: source.classification,
    config: {},
    role: 'dead-letter',
    origin: flow.origin,
  };
  const produces: Flow = {
    direction: 'produce',
    application: flow.application,
    topic: topic.name,
    origin: flow.origin,
  };
  return { topic, produces };
}

/** The longer of two retentions, where negative is unlimited. */
const longest = (a: number, b: number) => (a < 0 || b < 0 ? -1 : Math.max(a, b));
