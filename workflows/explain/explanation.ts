import type { Permission } from '../../model/permissions';
import type { Resolved, Shard } from '../../model/resolved';
import { kafkaConfig } from '../../model/topic';
import { formatDuration } from '../../model/units';

/** What is to be known of one noun, as titles and lines. */
export type Explanation = Readonly<Record<string, string | readonly string[]>>;

/** Where a topic or an application is, who uses it and what it becomes; nothing for a name that is neither. */
export function explanationOf(resolved: Resolved, name: string): Explanation | undefined {
  return topicExplanation(resolved, name) ?? applicationExplanation(resolved, name);
}

function topicExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const topic = resolved.topics.get(name);
  if (!topic) return undefined;
  const flows = resolved.flows.filter((flow) => flow.topic === name);
  const producers = flows.filter(({ direction }) => direction === 'produce').map(({ application }) => application);
  const consumers = flows.flatMap((flow) =>
    flow.direction === 'consume' ? [`${flow.application} as group ${flow.group}`] : [],
  );
  return {
    topic: name,
    about: topic.description ?? (topic.role === 'dead-letter' ? 'dead-letter topic' : 'records'),
    owner: ownerLine(resolved, topic.owner),
    cluster: clusterLine(resolved, topic.cluster),
    classification: topic.classification,
    partitions: `${topic.partitions}, ${topic.replicationFactor} replicas, ${topic.minInsyncReplicas} in sync to acknowledge`,
    config: Object.entries(kafkaConfig(topic)).map(([key, value]) => `${key}=${value}`),
    'produced by': producers,
    'consumed by': consumers,
    stack: stackOf(resolved, (shard) => shard.topics.includes(topic)),
    becomes: addressesOf(resolved, topic.cluster)?.topic(name) ?? '–',
  };
}

function applicationExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const application = resolved.applications.get(name);
  if (!application) return undefined;
  const flows = resolved.flows.filter((flow) => flow.application === name);
  const permissions = resolved.permissions.filter((permission) => permission.application === name);
  return {
    application: name,
    about: application.description ?? 'application',
    owner: ownerLine(resolved, application.owner),
    cluster: clusterLine(resolved, application.cluster),
    authentication: application.authentication,
    produces: flows.filter(({ direction }) => direction === 'produce').map(({ topic }) => topic),
    consumes: flows.flatMap((flow) => {
      if (flow.direction !== 'consume') return [];
      const { topic, group, isolation, deadLetter, lagUnder } = flow;
      const failures =
        deadLetter &&
        `${deadLetter.attempts} tries ${formatDuration(deadLetter.backoff)} apart, then ${deadLetter.topic}`;
      const lag = lagUnder && `lag under ${formatDuration(lagUnder)}`;
      return [[`${topic} as group ${group}, ${isolation}`, failures, lag].filter(Boolean).join('; ')];
    }),
    may: permissions.map(sentence),
    stack: stackOf(resolved, ({ principals }) => principals.some((principal) => principal.application === application)),
    becomes: permissions.map(
      (permission) => addressesOf(resolved, application.cluster)?.permission(permission, application) ?? '–',
    ),
  };
}

const sentence = ({ operation, resourceType, resourceName, patternType }: Permission) =>
  `${operation} ${resourceType} ${patternType === 'Prefixed' ? `${resourceName}*` : resourceName}`;

function ownerLine({ owners }: Resolved, name: string): string {
  const owner = owners.get(name);
  return owner ? [name, owner.contact, owner.page && `pages ${owner.page}`].filter(Boolean).join(', ') : name;
}

function clusterLine({ clusters }: Resolved, name: string): string {
  const cluster = clusters.get(name);
  return cluster ? `${name} (${cluster.backend} ${cluster.version}, ${cluster.brokers} brokers)` : name;
}

const stackOf = ({ shards }: Resolved, holds: (shard: Shard) => boolean): string => shards.find(holds)?.name ?? '–';

const addressesOf = ({ clusters }: Resolved, name: string) => clusters.get(name)?.addresses;
