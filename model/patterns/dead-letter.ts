import type { Cluster } from '../cluster';
import type { Consumes, DeadLetter, Flow } from '../flow';
import { mostOf } from '../limits-on';
import type { Topic } from '../topic';

const hour = 3_600_000;
const fourteenDays = 14 * 24 * hour;

/** What a dead letter is made after. */
export interface DeadLetterSource {
  readonly topic: Topic;
  /** Absent: nobody described it, and a rule says so. */
  readonly cluster?: Cluster;
  /** The consumer's. */
  readonly owner: string;
}

/** The topic that takes what one consumer group could not process: `<topic>.<group>.dlq`. */
export const deadLetterTopicName = (topic: string, group: string): string => `${topic}.${group}.dlq`;

/** What a consumer with a dead letter needs besides: the topic, on the consumer's team, and the right to write to it. */
export function expandDeadLetter(
  flow: Consumes & { readonly deadLetter: DeadLetter },
  { topic: source, cluster, owner }: DeadLetterSource,
) {
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
    retention: deadLetter.retention ?? keptOn(cluster, longest(source.retention, fourteenDays)),
    retentionSize: -1,
    maxMessageSize: source.maxMessageSize,
    classification: source.classification,
    ...(source.unclassified ? { unclassified: true } : {}),
    // It holds records of its source, whose owner may read them wherever they are.
    readers: source.readers && [...source.readers, source.owner],
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

/** What nobody said is no more than the cluster keeps; what somebody said is told by the limit. */
function keptOn(cluster: Cluster | undefined, retention: number): number {
  const most = cluster ? mostOf('retention-hours', cluster) * hour : Number.POSITIVE_INFINITY;
  return most < (retention < 0 ? Number.POSITIVE_INFINITY : retention) ? most : retention;
}

/** The longer of two retentions, where negative is unlimited. */
const longest = (a: number, b: number) => (a < 0 || b < 0 ? -1 : Math.max(a, b));
