/** What Kafka accepts for one topic configuration. */
export type ConfigValue =
  | { readonly type: 'integer'; readonly min: number; readonly max: bigint | number }
  | { readonly type: 'decimal'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'text' }
  /** Has a field of its own on a topic, which is the only way to say it. */
  | { readonly type: 'field'; readonly field: string };

/** Kafka's INT and LONG, which are Java's. */
const int = (min: number, max = 2 ** 31 - 1) => ({ type: 'integer', min, max }) as const;
const long = (min: number) => ({ type: 'integer', min, max: 2n ** 63n - 1n }) as const;
const boolean = { type: 'boolean' } as const;
const field = (name: string) => ({ type: 'field', field: name }) as const;

/**
 * Every topic configuration of Apache Kafka, with its values.
 * Read from `LogConfig.configDefCopy()` of Kafka 4.3.1; https://kafka.apache.org/documentation/#topicconfigs
 */
export const topicConfigs: Readonly<Record<string, ConfigValue>> = {
  'cleanup.policy': field('cleanup'),
  'compression.gzip.level': int(-1, 9),
  'compression.lz4.level': int(1, 17),
  'compression.type': { type: 'enum', values: ['uncompressed', 'zstd', 'lz4', 'snappy', 'gzip', 'producer'] },
  'compression.zstd.level': int(-131072, 22),
  'delete.retention.ms': long(0),
  'file.delete.delay.ms': long(0),
  'flush.messages': long(1),
  'flush.ms': long(0),
  'follower.replication.throttled.replicas': { type: 'text' },
  'index.interval.bytes': int(0),
  'leader.replication.throttled.replicas': { type: 'text' },
  'local.retention.bytes': long(-2),
  'local.retention.ms': long(-2),
  'max.compaction.lag.ms': long(1),
  'max.message.bytes': field('maxMessageSize'),
  'message.timestamp.after.max.ms': long(0),
  'message.timestamp.before.max.ms': long(0),
  'message.timestamp.type': { type: 'enum', values: ['CreateTime', 'LogAppendTime'] },
  'min.cleanable.dirty.ratio': { type: 'decimal', min: 0, max: 1 },
  'min.compaction.lag.ms': long(0),
  'min.insync.replicas': field('minInsyncReplicas'),
  preallocate: boolean,
  'remote.log.copy.disable': boolean,
  'remote.log.delete.on.disable': boolean,
  'remote.storage.enable': boolean,
  'retention.bytes': field('retentionSize'),
  'retention.ms': field('retention'),
  'segment.bytes': int(1_048_576),
  'segment.index.bytes': int(4),
  'segment.jitter.ms': long(0),
  'segment.ms': long(1),
  'unclean.leader.election.enable': boolean,
};

/** What is wrong with a value, as «what is allowed»; nothing when Kafka accepts it. */
export function configValueProblem(allowed: ConfigValue, value: string): string | undefined {
  switch (allowed.type) {
    case 'integer': {
      const text = value.trim();
      const fits = /^-?\d+$/.test(text) && BigInt(text) >= allowed.min && BigInt(text) <= allowed.max;
      return fits ? undefined : `a whole number from ${allowed.min} to ${allowed.max}`;
    }
    case 'decimal': {
      const text = value.trim();
      const fits = /^[+-]?\d/.test(text) && Number(text) >= allowed.min && Number(text) <= allowed.max;
      return fits ? undefined : `a number from ${allowed.min} to ${allowed.max}`;
    }
    case 'boolean':
      return value === 'true' || value === 'false' ? undefined : 'true or false';
    case 'enum':
      return allowed.values.includes(value) ? undefined : `one of ${allowed.values.join(', ')}`;
    case 'text':
    case 'field':
      return undefined;
  }
}
