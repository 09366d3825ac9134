import type { Cluster } from '../cluster';
import { type Grant, literal, prefixed } from '../grant';
import { defaultMinInsyncReplicas, defaultReplicationFactor } from '../replicas';
import { registryGroups, registryTopics, type SchemaRegistry } from '../schema-registry';
import type { Topic } from '../topic';
import { parseDuration } from '../units';
import type { Made } from './made';
import { workloadApplication } from './workload';

/** A schema registry is an application with topics of its own, of which the journal never loses a record. */
export const expandSchemaRegistry = (registry: SchemaRegistry, clusters: ReadonlyMap<string, Cluster>): Made => ({
  topics: topicsOf(registry, clusters.get(registry.cluster)),
  applications: [
    workloadApplication(registry, {
      kind: 'schema-registry',
      description: 'schema registry: whoever reaches it may change schemas',
      grants: grantsOf(registry),
    }),
  ],
});

/**
 * What it must be able to do, each found by taking it away (test/drill/schema-registry-permissions.test.ts). It never
 * needs `Create`, for its topics are described, and never writes a snapshot.
 */
function grantsOf({ name }: SchemaRegistry): Grant[] {
  const { journal, snapshots, events } = registryTopics(name);
  return [
    // All that it knows, from the beginning, whenever it starts; and what it is told.
    literal('Topic', journal, 'Read'),
    literal('Topic', journal, 'Write'),
    literal('Topic', snapshots, 'Read'),
    literal('Topic', events, 'Write'),
    // It refuses to start on a topic whose records could be deleted, and so wants to see how each is configured.
    ...[journal, snapshots, events].map((topic) => literal('Topic', topic, 'DescribeConfigs')),
    // A group of its own for each start of each copy, under a name that it makes up.
    prefixed('Group', registryGroups(name), 'Read'),
  ];
}

/** One partition each: the order of changes is what they mean. */
function topicsOf({ name, owner, cluster, origin }: SchemaRegistry, where: Cluster | undefined): Topic[] {
  const replicationFactor = defaultReplicationFactor(where);
  const topic = (topicName: string, description: string, retention: number): Topic => ({
    name: topicName,
    owner,
    description,
    cluster,
    partitions: 1,
    replicationFactor,
    minInsyncReplicas: defaultMinInsyncReplicas(replicationFactor),
    cleanup: 'delete',
    retention,
    retentionSize: -1,
    classification: 'internal',
    config: {},
    role: 'internal',
    origin,
  });
  const { journal, snapshots, events } = registryTopics(name);
  return [
    topic(journal, `Every change of a schema in the registry ${name}`, -1),
    topic(snapshots, `Snapshots of the registry ${name}`, -1),
    topic(events, `What has changed in the registry ${name}`, parseDuration('7d')),
  ];
}
