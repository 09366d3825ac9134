import { defaultMinInsyncReplicas, defaultReplicationFactor } from '../../model/replicas';

/**
 * Everything that a configuration of a standard MSK cluster may set; the service refuses anything else.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html, read 2026-11-21. The two of
 * ZooKeeper are left out: the kit makes KRaft clusters only.
 */
export const serverProperties = [
  'allow.everyone.if.no.acl.found',
  'auto.create.topics.enable',
  'compression.type',
  'connections.max.idle.ms',
  'default.replication.factor',
  'delete.topic.enable',
  'group.initial.rebalance.delay.ms',
  'group.max.session.timeout.ms',
  'group.min.session.timeout.ms',
  'leader.imbalance.per.broker.percentage',
  'log.cleaner.delete.retention.ms',
  'log.cleaner.min.cleanable.ratio',
  'log.cleanup.policy',
  'log.flush.interval.messages',
  'log.flush.interval.ms',
  'log.message.timestamp.difference.max.ms',
  'log.message.timestamp.type',
  'log.retention.bytes',
  'log.retention.hours',
  'log.retention.minutes',
  'log.retention.ms',
  'log.roll.ms',
  'log.segment.bytes',
  'max.incremental.fetch.session.cache.slots',
  'message.max.bytes',
  'min.insync.replicas',
  'num.io.threads',
  'num.network.threads',
  'num.partitions',
  'num.recovery.threads.per.data.dir',
  'num.replica.fetchers',
  'offsets.retention.minutes',
  'offsets.topic.replication.factor',
  'replica.fetch.max.bytes',
  'replica.fetch.response.max.bytes',
  'replica.lag.time.max.ms',
  'replica.selector.class',
  'replica.socket.receive.buffer.bytes',
  'socket.receive.buffer.bytes',
  'socket.request.max.bytes',
  'socket.send.buffer.bytes',
  'transaction.max.timeout.ms',
  'transaction.state.log.min.isr',
  'transaction.state.log.replication.factor',
  'transactional.id.expiration.ms',
  'unclean.leader.election.enable',
] as const;

export type ServerProperty = (typeof serverProperties)[number];
export type ServerProperties = Readonly<Partial<Record<ServerProperty, string>>>;

/** What keeps records whatever a topic forgets to say: nothing is created by accident, nothing acknowledged on one disk. */
export const safeServerProperties = (brokers: number): ServerProperties => {
  const replicas = defaultReplicationFactor({ brokers });
  const insync = defaultMinInsyncReplicas(replicas);
  return {
    // ACLs do not bind IAM principals; where SCRAM is on, a topic without ACLs is closed.
    'allow.everyone.if.no.acl.found': 'false',
    'auto.create.topics.enable': 'false',
    'default.replication.factor': String(replicas),
    'min.insync.replicas': String(insync),
    'offsets.topic.replication.factor': String(replicas),
    'transaction.state.log.min.isr': String(insync),
    'transaction.state.log.replication.factor': String(replicas),
    'unclean.leader.election.enable': 'false',
  };
};

/** `server.properties`, sorted: the same settings are the same text, and so the same revision. */
export const serverPropertiesText = (properties: ServerProperties): string =>
  Object.entries(properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
