import { defaultMinInsyncReplicas, defaultReplicationFactor } from '../replicas';
import type { Topic, TopicInput } from '../topic';
import { parseDuration } from '../units';
import type { NormaliseContext, Written } from './normalise-context';

/** Decides every default of a topic. */
export function normaliseTopic(
  { name, said, origin }: Written<TopicInput>,
  { clusters, onlyCluster, quantities }: NormaliseContext,
): Topic {
  const cluster = said.cluster ?? onlyCluster ?? '';
  const replicationFactor = said.replicationFactor ?? defaultReplicationFactor(clusters.get(cluster));
  const cleanup = said.cleanup ?? 'delete';
  const unlimited = said.retention === 'unlimited' || (cleanup === 'compact' && said.retention === undefined);
  const retention = unlimited ? -1 : quantities.duration(said.retention as string | undefined, origin, 'retention');
  return {
    name,
    owner: said.owner,
    description: said.description,
    cluster,
    partitions: said.partitions ?? 3,
    replicationFactor,
    minInsyncReplicas: said.minInsyncReplicas ?? defaultMinInsyncReplicas(replicationFactor),
    cleanup,
    retention: retention ?? parseDuration('7d'),
    retentionSize: quantities.size(said.retentionSize, origin, 'retentionSize') ?? -1,
    maxMessageSize: quantities.size(said.maxMessageSize, origin, 'maxMessageSize'),
    classification: said.classification ?? 'internal',
    ...(said.classification === undefined ? { unclassified: true } : {}),
    readers: said.readers,
    erasure: said.erasure,
    config: Object.fromEntries(Object.entries(said.config ?? {}).map(([key, value]) => [key, String(value)])),
    role: 'records',
    removed: said.removed,
    origin,
  };
}
