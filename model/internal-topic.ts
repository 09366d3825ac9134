import type { Application } from './application';
import type { Topic } from './topic';

/**
 * Whether a topic is one that an application of Kafka Streams keeps for itself, `<application id>-<operator>-<suffix>`.
 * Brokers that let it make none need it described, by the application's owner.
 * https://kafka.apache.org/documentation/streams/developer-guide/manage-topics.html, read 2026-11-21; `topic` is what
 * joins by foreign keys end theirs with.
 */
export const isInternalTopicOf = (
  { streams, cluster, owner }: Pick<Application, 'streams' | 'cluster' | 'owner'>,
  topic: Pick<Topic, 'name' | 'cluster' | 'owner'>,
): boolean =>
  streams !== undefined &&
  topic.cluster === cluster &&
  topic.owner === owner &&
  topic.name.startsWith(`${streams.applicationId}-`) &&
  /-(?:changelog|repartition|topic)$/.test(topic.name);
