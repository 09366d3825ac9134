import { entriesOf } from '../../model/by-name';
import { millisecondsOfDay } from '../../model/days';

/** Kinds of brokers on which Amazon MSK decides what a topic may be told. */
export type ManagedKind = 'express' | 'serverless';

interface TopicConfigsOfKind {
  /** What a topic may be told, in Kafka's own names; the service refuses, or silently leaves, anything else. */
  readonly settable: readonly string[];
  /** Where a default is not Kafka's, which is what a description means by saying nothing. */
  readonly unlessSaid: Readonly<Record<string, string>>;
  readonly source: string;
  /** The day on which the source was read. */
  readonly read: string;
}

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';

export const topicConfigsOf: Readonly<Record<ManagedKind, TopicConfigsOfKind>> = {
  express: {
    settable: [
      'cleanup.policy',
      'compression.type',
      'delete.retention.ms',
      'max.compaction.lag.ms',
      'max.message.bytes',
      'message.timestamp.after.max.ms',
      'message.timestamp.before.max.ms',
      'message.timestamp.type',
      'min.compaction.lag.ms',
      'retention.bytes',
      'retention.ms',
    ],
    unlessSaid: {},
    source: `${guide}/msk-configuration-express-read-write.html#msk-configuration-express-topic-configuration`,
    read: '2026-11-21',
  },
  serverless: {
    settable: [
      'cleanup.policy',
      'compression.type',
      'max.message.bytes',
      'message.timestamp.difference.max.ms',
      'message.timestamp.type',
      'retention.bytes',
      'retention.ms',
    ],
    // 250 GiB a partition would be deleted beyond.
    unlessSaid: { 'retention.bytes': '-1' },
    source: `${guide}/serverless-config.html`,
    read: '2026-11-21',
  },
};

/** How both store records, whatever a topic asks for. */
export const managedReplication = { replicationFactor: 3, minInsyncReplicas: 2 } as const;

/** On Express brokers a record may wait at least so long for compaction: seven days, in milliseconds. */
export const shortestCompactionLag = 7 * millisecondsOfDay;

export const isManaged = (kind: string): kind is ManagedKind => Object.hasOwn(topicConfigsOf, kind);

/** What of a topic's configuration is told to brokers of a kind; on those that Amazon MSK configures, it decides the rest. */
export function topicConfigOn(
  kind: string,
  config: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (!isManaged(kind)) return config;
  const { settable, unlessSaid } = topicConfigsOf[kind];
  const told = Object.entries({ ...unlessSaid, ...config }).filter(([name]) => settable.includes(name));
  return Object.fromEntries(entriesOf(Object.fromEntries(told)));
}
