import { mirrorInternals, type Replication } from '../../model/replication';

/** What MirrorMaker is told, whatever runs it. */
export type MirroringProps = Pick<
  Replication,
  'name' | 'from' | 'to' | 'topics' | 'groups' | 'rpo' | 'tasks' | 'replicationFactor'
> & {
  /** What copies are called. Default: `prefixed`. */
  readonly names?: Replication['names'];
};

/** Connectors' and workers' settings, by Kafka's own names. */
export interface Mirroring {
  /** Regular expressions, separated by commas, that match these very names. */
  readonly topicsPattern: string;
  readonly topicsExcludePattern: string;
  readonly groupsPattern: string;
  readonly groupsExcludePattern: string;
  readonly tasksMax: number;
  /** Of the connector that copies records. */
  readonly sourceConnector: Readonly<Record<string, string>>;
  /** Of the connector that translates the offsets of groups. */
  readonly checkpointConnector: Readonly<Record<string, string>>;
  readonly worker: {
    readonly groupId: string;
    readonly configStorageTopic: string;
    readonly offsetStorageTopic: string;
    readonly statusStorageTopic: string;
    readonly config: Readonly<Record<string, string>>;
  };
}

/**
 * One decision for Strimzi's object and for Kafka's own program.
 * @see https://kafka.apache.org/documentation/#mirrormakerconfigs
 */
export function mirroring(props: MirroringProps): Mirroring {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic } = mirrorInternals(props);
  return {
    topicsPattern: exactly(props.topics),
    topicsExcludePattern: kafkasOwn,
    groupsPattern: exactly(props.groups),
    groupsExcludePattern: kafkasOwn,
    tasksMax: props.tasks,
    sourceConnector: sourceConnector(props),
    checkpointConnector: checkpointConnector(props),
    worker: { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, config: workerConfig(props) },
  };
}

/**
 * In place of MirrorMaker's own defaults, which silently leave out topics that end with `.replica` and groups that begin
 * with `connect-`.
 */
const kafkasOwn = '__.*';

/** MirrorMaker reads a list of regular expressions: a dot would stand for any letter. */
const exactly = (names: readonly string[]): string => names.map((name) => name.replaceAll('.', '\\.')).join(',');

/** Both connectors must agree on these: the source is only read, and a copy never goes back to where it came from. */
const shared = ({ names = 'prefixed' }: MirroringProps) => ({
  'replication.policy.class': `org.apache.kafka.connect.mirror.${policies[names]}`,
  'offset-syncs.topic.location': 'target',
});

const policies = { prefixed: 'DefaultReplicationPolicy', same: 'IdentityReplicationPolicy' } as const;

function sourceConnector(props: MirroringProps): Record<string, string> {
  const { rpo, replicationFactor } = props;
  return {
    ...shared(props),
    'replication.factor': String(replicationFactor),
    'offset-syncs.topic.replication.factor': String(replicationFactor),
    'refresh.topics.interval.seconds': seconds(rpo, { most: 600 }),
    'sync.topic.configs.interval.seconds': seconds(rpo, { most: 600 }),
    // The kit grants what applications need on the target: copied ACLs would be nobody's.
    'sync.topic.acls.enabled': 'false',
    'heartbeats.replication.enabled': 'false',
    // Records of aborted transactions would become committed ones.
    'consumer.isolation.level': 'read_committed',
    'producer.override.compression.type': 'lz4',
  };
}

function checkpointConnector(props: MirroringProps): Record<string, string> {
  const { rpo, replicationFactor } = props;
  return {
    ...shared(props),
    'checkpoints.topic.replication.factor': String(replicationFactor),
    'refresh.groups.interval.seconds': seconds(rpo, { most: 600 }),
    'emit.checkpoints.interval.seconds': seconds(rpo / 2, { most: 60 }),
    'sync.group.offsets.enabled': 'true',
    'sync.group.offsets.interval.seconds': seconds(rpo / 2, { most: 60 }),
  };
}

const workerConfig = ({ replicationFactor }: MirroringProps): Record<string, string> => ({
  'config.storage.replication.factor': String(replicationFactor),
  'offset.storage.replication.factor': String(replicationFactor),
  'status.storage.replication.factor': String(replicationFactor),
  // Looks up plug-ins by their manifests instead of reading every class: workers start in half the time.
  'plugin.discovery': 'service_load',
});

/** Whole seconds, at least one; MirrorMaker's own defaults are the most. */
const seconds = (milliseconds: number, { most }: { readonly most: number }): string =>
  String(Math.max(1, Math.min(most, Math.floor(milliseconds / 1000))));
