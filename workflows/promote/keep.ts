import type { Resolved } from '../../model/resolved';
import type { Topic, TopicInput } from '../../model/topic';
import { formatDuration, formatSize } from '../../model/units';
import { isMap } from '../load/description';

/**
 * An older platform with the topics that an environment has and that it does not know: without flows, so that nobody may
 * write or read them, but with their records, and described, so that the next promotion takes them up again.
 */
export function withKept(platform: unknown, present: Resolved, leaving: readonly string[]): unknown {
  if (!isMap(platform) || leaving.length === 0) return platform;
  const kept = leaving.flatMap((name) => present.topics.get(name) ?? []);
  return {
    ...platform,
    owners: {
      ...Object.fromEntries(kept.map(({ owner }) => [owner, ownerOf(present, owner)])),
      ...mapOf(platform.owners),
    },
    topics: { ...mapOf(platform.topics), ...Object.fromEntries(kept.map((topic) => [topic.name, inputOf(topic)])) },
  };
}

/** A topic as somebody would describe it who wants exactly this one. */
function inputOf(topic: Topic): TopicInput {
  const { cleanup, retention, retentionSize, maxMessageSize, config } = topic;
  return {
    owner: topic.owner,
    description: topic.description,
    partitions: topic.partitions,
    replicationFactor: topic.replicationFactor,
    minInsyncReplicas: topic.minInsyncReplicas,
    cleanup,
    retention: cleanup === 'compact' ? undefined : (formatDuration(retention) as TopicInput['retention']),
    retentionSize: retentionSize < 0 ? undefined : (formatSize(retentionSize) as TopicInput['retentionSize']),
    maxMessageSize:
      maxMessageSize === undefined ? undefined : (formatSize(maxMessageSize) as TopicInput['maxMessageSize']),
    classification: topic.unclassified ? undefined : topic.classification,
    readers: topic.readers,
    erasure: topic.erasure,
    config: Object.keys(config).length > 0 ? config : undefined,
    cluster: topic.cluster,
  };
}

function ownerOf({ owners }: Resolved, name: string) {
  const { contact = '', page, description } = owners.get(name) ?? {};
  return { contact, page, description };
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> => (isMap(value) ? value : {});
