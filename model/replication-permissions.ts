import { type Grant, literal, type Operation, type ResourceType } from './grant';
import { mirroredTopic, mirrorInternals, type Replication, type Side } from './replication';

/** What fails when MirrorMaker lacks a permission, as somebody sees it who looks at the target. */
export const mirrorFailures = {
  'no-records': 'nothing is copied',
  'no-checkpoints': 'no checkpoints, and no offsets of groups',
  'no-checkpoint-records': 'offsets of groups arrive, but no checkpoints for who would translate offsets themselves',
  'no-offsets': 'checkpoints, but no offsets of groups',
  'copied-again': 'after a restart everything is copied once more',
  'stands-still': 'after a restart nothing is copied any more',
  'offsets-forgotten': 'after a restart offsets from before it are not translated',
  'no-status': "the state of connectors is unknown: Connect's REST interface, which Strimzi asks, has none",
  'no-partitions': 'partitions that the source gets later are missing',
  'no-configuration': 'configuration that the source gets later is missing',
} as const;
export type MirrorFailure = keyof typeof mirrorFailures;

/** What MirrorMaker may do on a side, and what fails when one of the operations is taken away. */
export interface MirrorAccess {
  readonly side: Side;
  readonly resourceType: ResourceType;
  /** What it is granted on, in words. */
  readonly of: string;
  /** Literal names: nothing is granted by prefix. */
  readonly names: (replication: Replication) => readonly string[];
  readonly operations: Readonly<Partial<Record<Operation, MirrorFailure>>>;
}

const worker = (
  topic: 'configStorageTopic' | 'offsetStorageTopic' | 'statusStorageTopic',
  of: string,
  failures: { readonly Read: MirrorFailure; readonly Write: MirrorFailure },
): MirrorAccess => ({
  side: 'target',
  resourceType: 'Topic',
  of,
  names: (replication) => [mirrorInternals(replication)[topic]],
  operations: { Create: 'no-records', ...failures },
});

/**
 * The least that a replication needs; nothing on either cluster as a whole. `npm run drill:mirror` takes each away on
 * real brokers and sees it fail as it says here.
 */
export const mirrorAccess: readonly MirrorAccess[] = [
  {
    side: 'source',
    resourceType: 'Topic',
    of: 'each topic',
    names: ({ topics }) => topics,
    operations: {
      Read: 'no-records',
      DescribeConfigs: 'no-records',
    },
  },
  {
    side: 'source',
    resourceType: 'Group',
    of: 'each group',
    names: ({ groups }) => groups,
    operations: { Describe: 'no-checkpoints' },
  },
  {
    side: 'target',
    resourceType: 'Topic',
    of: 'each copy',
    names: (replication) => replication.topics.map((topic) => mirroredTopic(replication, topic)),
    operations: {
      Create: 'no-records',
      Write: 'no-records',
      Read: 'no-offsets',
      Alter: 'no-partitions',
      AlterConfigs: 'no-configuration',
    },
  },
  {
    side: 'target',
    resourceType: 'Group',
    of: 'each group',
    names: ({ groups }) => groups,
    operations: { Read: 'no-offsets' },
  },
  worker('configStorageTopic', "the connectors' configuration", { Read: 'no-records', Write: 'no-records' }),
  worker('offsetStorageTopic', "the connectors' positions", { Read: 'stands-still', Write: 'copied-again' }),
  worker('statusStorageTopic', "the connectors' state", { Read: 'no-status', Write: 'no-status' }),
  {
    side: 'target',
    resourceType: 'Group',
    of: "the workers' group",
    names: (replication) => [mirrorInternals(replication).groupId],
    operations: { Read: 'no-records' },
  },
  {
    side: 'target',
    resourceType: 'Topic',
    of: 'offset syncs',
    names: (replication) => [mirrorInternals(replication).offsetSyncsTopic],
    operations: { Create: 'no-records', Read: 'no-checkpoints', Write: 'no-checkpoints' },
  },
  {
    side: 'target',
    resourceType: 'Topic',
    of: 'checkpoints',
    names: (replication) => [mirrorInternals(replication).checkpointsTopic],
    operations: { Create: 'no-checkpoints', Read: 'offsets-forgotten', Write: 'no-checkpoint-records' },
  },
];

/** What one side's principal is granted. */
export const grantsOfReplication = (replication: Replication, side: Side): Grant[] =>
  mirrorAccess
    .filter((access) => access.side === side)
    .flatMap(({ resourceType, names, operations }) =>
      names(replication).flatMap((resourceName) =>
        (Object.keys(operations) as Operation[]).map((operation) => literal(resourceType, resourceName, operation)),
      ),
    );
