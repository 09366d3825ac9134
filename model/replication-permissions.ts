import type { Grant, Operation, ResourceType } from './permissions';
import { mirroredTopic, mirrorInternals, type Replication, type Side } from './replication';

/** What MirrorMaker may do on a side, with what fails when one of the operations is taken away. */
interface Access {
  readonly side: Side;
  readonly resourceType: ResourceType;
  /** What it is granted on, in words. */
  readonly of: string;
  /** Literal names: nothing is granted by prefix. */
  readonly names: (replication: Replication) => readonly string[];
  readonly operations: Readonly<Partial<Record<Operation, string>>>;
}

const nothingWorks = 'nothing is copied: the worker does not get ready';
const internal = (topic: 'configStorageTopic' | 'offsetStorageTopic' | 'statusStorageTopic', of: string): Access => ({
  side: 'target',
  resourceType: 'Topic',
  of,
  names: (replication) => [mirrorInternals(replication)[topic]],
  operations: { Create: nothingWorks, Read: nothingWorks, Write: nothingWorks },
});

/**
 * The least that a replication needs; nothing on either cluster as a whole. `npm run drill:mirror` takes each away on
 * real brokers and sees it fail as it says here.
 */
export const mirrorAccess: readonly Access[] = [
  {
    side: 'source',
    resourceType: 'Topic',
    of: 'each topic',
    names: ({ topics }) => topics,
    operations: {
      Read: 'the topic is not copied',
      DescribeConfigs: 'nothing is copied: topics are not found',
    },
  },
  {
    side: 'source',
    resourceType: 'Group',
    of: 'each group',
    names: ({ groups }) => groups,
    operations: { Describe: 'no checkpoints and no offsets of the group' },
  },
  {
    side: 'target',
    resourceType: 'Topic',
    of: 'each copy',
    names: (replication) => replication.topics.map((topic) => mirroredTopic(replication, topic)),
    operations: {
      Create: 'the topic is not copied',
      Write: 'the topic is not copied',
      Read: 'no offsets of groups',
      Alter: 'partitions that the source gets later are missing',
      AlterConfigs: 'configuration that the source gets later is missing',
    },
  },
  {
    side: 'target',
    resourceType: 'Group',
    of: 'each group',
    names: ({ groups }) => groups,
    operations: { Read: 'no offsets of the group' },
  },
  internal('configStorageTopic', "the connectors' configuration"),
  internal('offsetStorageTopic', "the connectors' positions"),
  internal('statusStorageTopic', "the connectors' state"),
  {
    side: 'target',
    resourceType: 'Group',
    of: "the workers' group",
    names: (replication) => [mirrorInternals(replication).groupId],
    operations: { Read: nothingWorks },
  },
  {
    side: 'target',
    resourceType: 'Topic',
    of: 'offset syncs',
    names: (replication) => [mirrorInternals(replication).offsetSyncsTopic],
    operations: { Create: '', Read: '', Write: '' },
  },
  {
    side: 'target',
    resourceType: 'Topic',
    of: 'checkpoints',
    names: (replication) => [mirrorInternals(replication).checkpointsTopic],
    operations: { Create: '', Read: '', Write: '' },
  },
];

/** What one side's principal is granted. */
export const grantsOfReplication = (replication: Replication, side: Side): Grant[] =>
  mirrorAccess
    .filter((access) => access.side === side)
    .flatMap(({ resourceType, names, operations }) =>
      names(replication).flatMap((resourceName) =>
        (Object.keys(operations) as Operation[]).map(
          (operation): Grant => ({ resourceType, resourceName, patternType: 'Literal', operation }),
        ),
      ),
    );
