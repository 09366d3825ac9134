import { type Grant, literal, type Operation, type ResourceType } from './grant';
import type { Replication, Side } from './replication';

/** What MSK Replicator's role may do on a side. */
export interface ReplicatorAccess {
  readonly side: Side;
  readonly resourceType: ResourceType;
  /** What it is granted on, in words. */
  readonly of: string;
  /** Whole names, or where AWS decides them IAM's patterns, in which `*` may be anywhere. */
  readonly names: (replication: Pick<Replication, 'topics' | 'groups'>) => readonly string[];
  readonly operations: readonly Operation[];
}

/** Of heartbeats and status, of offsets and of checkpoints, with aliases in their names that AWS makes. */
const internalTopics = ['*__amazon_msk_replicator_*', 'mskr-offset-syncs.*', '*.checkpoints.internal'];

const internals = (side: Side): ReplicatorAccess => ({
  side,
  resourceType: 'Topic',
  of: "the Replicator's own topics",
  names: () => internalTopics,
  operations: ['Create', 'Read', 'Write', 'DescribeConfigs', 'Alter', 'AlterConfigs'],
});

const cluster = (side: Side): ReplicatorAccess => ({
  side,
  resourceType: 'Cluster',
  of: 'the cluster',
  names: () => ['kafka-cluster'],
  operations: ['Describe'],
});

/**
 * What AWS' pages list for topics of the same name, their configuration and offsets of groups; ACLs are not copied, so
 * nothing alters the target as a whole. Nobody has seen each of these fail when it is taken away: AWS is not reached here.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-perms-combined-example.html, read 2026-11-21
 */
export const replicatorAccess: readonly ReplicatorAccess[] = [
  cluster('source'),
  internals('source'),
  {
    side: 'source',
    resourceType: 'Topic',
    of: 'each topic',
    names: ({ topics }) => topics,
    operations: ['Read', 'DescribeConfigs'],
  },
  { side: 'source', resourceType: 'Group', of: 'each group', names: ({ groups }) => groups, operations: ['Describe'] },
  cluster('target'),
  internals('target'),
  {
    side: 'target',
    resourceType: 'Topic',
    of: 'each copy',
    names: ({ topics }) => topics,
    operations: ['Create', 'Write', 'DescribeConfigs', 'Alter', 'AlterConfigs'],
  },
  { side: 'target', resourceType: 'Group', of: 'each group', names: ({ groups }) => groups, operations: ['Read'] },
  {
    side: 'target',
    resourceType: 'Group',
    of: "the Replicator's own group",
    names: () => ['*__amazon_msk_replicator_*'],
    operations: ['Read'],
  },
];

/** What its role is granted on one side. */
export const grantsOfReplicator = (replication: Pick<Replication, 'topics' | 'groups'>, side: Side): Grant[] =>
  replicatorAccess
    .filter((access) => access.side === side)
    .flatMap(({ resourceType, names, operations }) =>
      names(replication).flatMap((name) => operations.map((operation) => literal(resourceType, name, operation))),
    );
