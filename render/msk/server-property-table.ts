/** What a value of a property is. */
export type ValueForm =
  | { readonly is: 'boolean' }
  | { readonly is: 'integer'; readonly min: number; readonly max?: number }
  | { readonly is: 'fraction' }
  | { readonly is: 'one of' | 'list of'; readonly values: readonly string[] }
  | { readonly is: 'text'; readonly form: RegExp; readonly written: string };

interface PropertyRow {
  readonly value: ValueForm;
  /** The only kind of brokers that it can be set for. Absent: both. */
  readonly only?: 'standard' | 'express';
  /** The version of Kafka that no longer knows it. Absent: all do. */
  readonly goneIn?: string;
}

const boolean: ValueForm = { is: 'boolean' };
const from = (min: number, max?: number): ValueForm => ({ is: 'integer', min, max });
const standard = (value: ValueForm): PropertyRow => ({ value, only: 'standard' });
const express = (value: ValueForm): PropertyRow => ({ value, only: 'express' });
const both = (value: ValueForm): PropertyRow => ({ value });
const codecs = ['gzip', 'snappy', 'lz4', 'zstd', 'uncompressed', 'producer'];

/**
 * Everything that a configuration of an MSK cluster may set; the service refuses anything else. Ranges are AWS' where its
 * page says some, otherwise Kafka's. The two of ZooKeeper are left out: the kit makes KRaft clusters only.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html and
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-express-read-write.html, read 2026-11-21
 */
export const serverPropertyTable = {
  'allow.everyone.if.no.acl.found': both(boolean),
  'auto.create.topics.enable': both(boolean),
  'compression.type': both({ is: 'one of', values: codecs }),
  'connections.max.idle.ms': both(from(-1)),
  'custom.advertised.listeners': standard({
    is: 'text',
    form: /^[A-Za-z0-9_]+:\/\/[^,]+:\d+\+\{broker_id\}(,[A-Za-z0-9_]+:\/\/[^,]+:\d+\+\{broker_id\})*$/,
    written: 'LISTENER_NAME://host:port+{broker_id}',
  }),
  'default.replication.factor': standard(from(1)),
  'delete.topic.enable': both(boolean),
  'group.initial.rebalance.delay.ms': both(from(0)),
  'group.max.session.timeout.ms': both(from(0)),
  'group.min.session.timeout.ms': standard(from(0)),
  'leader.imbalance.per.broker.percentage': both(from(0)),
  'log.cleaner.delete.retention.ms': standard(from(0)),
  'log.cleaner.min.cleanable.ratio': standard({ is: 'fraction' }),
  'log.cleanup.policy': both({ is: 'list of', values: ['delete', 'compact'] }),
  'log.flush.interval.messages': standard(from(1)),
  'log.flush.interval.ms': standard(from(0)),
  'log.message.timestamp.after.max.ms': express(from(0)),
  'log.message.timestamp.before.max.ms': express(from(0)),
  // https://kafka.apache.org/documentation/#upgrade_servers_400: removed by KIP-937
  'log.message.timestamp.difference.max.ms': { ...standard(from(0)), goneIn: '4.0' },
  'log.message.timestamp.type': both({ is: 'one of', values: ['CreateTime', 'LogAppendTime'] }),
  'log.retention.bytes': both(from(-1)),
  'log.retention.hours': standard(from(-1)),
  'log.retention.minutes': standard(from(-1)),
  'log.retention.ms': both(from(-1)),
  'log.roll.ms': standard(from(1)),
  'log.segment.bytes': standard(from(14)),
  'max.connections.per.ip': express(from(0)),
  'max.incremental.fetch.session.cache.slots': both(from(0)),
  'message.max.bytes': both(from(0)),
  'min.insync.replicas': standard(from(1)),
  'num.io.threads': standard(from(1)),
  'num.network.threads': standard(from(1)),
  'num.partitions': both(from(1)),
  'num.recovery.threads.per.data.dir': standard(from(1)),
  'num.replica.fetchers': standard(from(1)),
  'offsets.retention.minutes': both(from(1)),
  'offsets.topic.replication.factor': standard(from(1)),
  'replica.fetch.max.bytes': both(from(0)),
  'replica.fetch.response.max.bytes': standard(from(0)),
  'replica.lag.time.max.ms': standard(from(10_000, 30_000)),
  'replica.selector.class': both({
    is: 'one of',
    values: ['org.apache.kafka.common.replica.RackAwareReplicaSelector'],
  }),
  'replica.socket.receive.buffer.bytes': standard(from(-1)),
  'socket.receive.buffer.bytes': both(from(-1)),
  'socket.request.max.bytes': both(from(1)),
  'socket.send.buffer.bytes': both(from(-1)),
  'transaction.max.timeout.ms': both(from(1)),
  'transaction.state.log.min.isr': standard(from(1)),
  'transaction.state.log.replication.factor': standard(from(1)),
  'transactional.id.expiration.ms': both(from(1)),
  'unclean.leader.election.enable': standard(boolean),
} as const satisfies Readonly<Record<string, PropertyRow>>;

export type ServerProperty = keyof typeof serverPropertyTable;

const rowOf = (name: ServerProperty): PropertyRow => serverPropertyTable[name];

/** What brokers of a kind and a version may be told. */
export const propertiesOf = (kind: 'standard' | 'express', version: string): ServerProperty[] =>
  (Object.keys(serverPropertyTable) as ServerProperty[]).filter((name) => {
    const { only = kind, goneIn } = rowOf(name);
    return only === kind && (goneIn === undefined || Number.parseInt(version, 10) < Number.parseInt(goneIn, 10));
  });

/** What is wrong with a value, and what it may be. */
export function valueProblem(name: ServerProperty, value: string): { problem: string; allowed: string } | undefined {
  const form = rowOf(name).value;
  const allowed = allowedBy(form);
  return isOf(form, value) ? undefined : { problem: `'${value}' is not ${allowed}`, allowed };
}

function isOf(form: ValueForm, value: string): boolean {
  switch (form.is) {
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'integer':
      return /^-?\d+$/.test(value) && BigInt(value) >= BigInt(form.min) && BigInt(value) <= BigInt(form.max ?? longest);
    case 'fraction':
      return /^(0(\.\d+)?|1(\.0+)?)$/.test(value);
    case 'one of':
      return form.values.includes(value);
    case 'list of':
      return value.split(',').every((one) => form.values.includes(one.trim()));
    case 'text':
      return form.form.test(value);
  }
}

function allowedBy(form: ValueForm): string {
  switch (form.is) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return form.max === undefined
        ? `a whole number of ${form.min} or more`
        : `a whole number from ${form.min} to ${form.max}`;
    case 'fraction':
      return 'a number from 0 to 1';
    case 'one of':
      return form.values.length === 1 ? `${form.values[0]}` : `one of ${form.values.join(', ')}`;
    case 'list of':
      return `a list of ${form.values.join(', ')}`;
    case 'text':
      return `of the form ${form.written}`;
  }
}

/** Kafka's longest. */
const longest = '9223372036854775807';
