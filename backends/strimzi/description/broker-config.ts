import type { Listener } from './listener';

/**
 * What Strimzi decides of brokers' configuration: it leaves out what begins so, and only its log tells. Its own list, in
 * `KafkaClusterSpec.FORBIDDEN_PREFIXES` of `io.strimzi:api:1.2.0`, and all of ZooKeeper's.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaClusterSpec-reference, read 2026-11-21
 */
const forbiddenPrefixes = {
  listeners: 'listeners',
  'advertised.': 'listeners',
  'listener.name.': 'listeners; listener.name.<name>-<port> may have max.connections and the like',
  'listener.': 'listeners',
  'host.name': 'listeners',
  port: 'listeners',
  'inter.broker.listener.name': 'listeners',
  'broker.': 'rack and pools',
  'node.id': 'pools.….nodeIds',
  'process.roles': 'pools.….roles',
  'controller.': 'pools',
  'log.dir': 'pools.….volumes',
  'cordoned.log.dirs': "a rebalance with mode: 'remove-disks'",
  'metadata.log.dir': 'pools.….volumes',
  'sasl.': 'listeners.….authentication',
  'ssl.': 'listeners.….tls',
  'security.': 'listeners',
  'password.': 'listeners',
  'authorizer.': 'authorization',
  'super.user': 'superUsers',
  'cruise.control.metrics.topic': 'cruiseControl',
  'cruise.control.metrics.reporter.bootstrap.servers': 'cruiseControl',
  'client.quota.callback.static.': "quota: { type: 'strimzi' }",
  'prometheus.metrics.reporter.': 'nothing: brokers are measured by the JMX exporter',
  'zookeeper.': 'nothing: Kafka 4 has no ZooKeeper',
} as const satisfies Readonly<Record<string, string>>;

/** What begins so and may be said all the same: `FORBIDDEN_PREFIX_EXCEPTIONS`. */
const allowedNames: readonly string[] = [
  'sasl.server.max.receive.size',
  'ssl.cipher.suites',
  'ssl.protocol',
  'ssl.enabled.protocols',
  'ssl.secure.random.implementation',
  'cruise.control.metrics.topic.num.partitions',
  'cruise.control.metrics.topic.replication.factor',
  'cruise.control.metrics.topic.retention.ms',
  'cruise.control.metrics.topic.auto.create.retries',
  'cruise.control.metrics.topic.auto.create.timeout.ms',
  'cruise.control.metrics.topic.min.insync.replicas',
  'broker.session.timeout.ms',
  'broker.heartbeat.interval.ms',
  'controller.socket.timeout.ms',
  'controller.quorum.election.backoff.max.ms',
  'controller.quorum.election.timeout.ms',
  'controller.quorum.fetch.timeout.ms',
];

/** What each listener may have of its own: `ALLOWED_PER_LISTENER_CONFIGS`. */
const allowedPerListener = ['connections.max.reauth.ms', 'max.connections', 'max.connection.creation.rate'];

/** As Kafka is told it: Strimzi calls a listener by its name and port. */
const ofListener = ({ name, port }: Pick<Listener, 'name' | 'port'>): string[] =>
  allowedPerListener.map((config) => `listener.name.${name}-${port}.${config}`);

/** What decides a configuration in its place, if it is Strimzi's. */
export function decidedByStrimzi(
  name: string,
  listeners: readonly Pick<Listener, 'name' | 'port'>[],
): string | undefined {
  if (allowedNames.includes(name) || listeners.flatMap(ofListener).includes(name)) return undefined;
  return Object.entries(forbiddenPrefixes).find(([prefix]) => name.startsWith(prefix))?.[1];
}

/** What the kit decides, and by what. */
export const decidedByKit: Readonly<Record<string, string>> = {
  'allow.everyone.if.no.acl.found': 'who is allowed nothing may do nothing; a disposable cluster says authorization',
  'auto.create.topics.enable': 'topics are described, or they are not there',
  'default.replication.factor': 'the number of brokers',
  'min.insync.replicas': 'the number of brokers; each topic has its own',
  'offsets.topic.replication.factor': 'the number of brokers',
  'transaction.state.log.replication.factor': 'the number of brokers',
  'transaction.state.log.min.isr': 'the number of brokers',
  'share.coordinator.state.topic.replication.factor': 'the number of brokers',
  'share.coordinator.state.topic.min.isr': 'the number of brokers',
  'remote.log.storage.system.enable': 'tieredStorage',
  'remote.log.storage.manager.class.name': 'tieredStorage.className',
  'remote.log.storage.manager.class.path': 'tieredStorage.classPath',
  'client.quota.callback.class': "quota: { type: 'strimzi' }",
};
