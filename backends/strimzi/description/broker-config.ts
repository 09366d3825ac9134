/**
 * What Strimzi decides of brokers' configuration: it leaves out what begins so, and only its log tells.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaClusterSpec-reference, read 2026-11-21
 */
export const forbiddenPrefixes = {
  listeners: 'listeners',
  'advertised.': 'listeners',
  'listener.': 'listeners',
  'host.name': 'listeners',
  port: 'listeners',
  'inter.broker.listener.name': 'listeners',
  'broker.': 'rack and pools',
  'node.id': 'pools.….nodeIds',
  'process.roles': 'pools.….roles',
  'controller.': 'pools',
  'log.dir': 'pools.….volumes',
  'metadata.log.dir': 'pools.….volumes',
  'sasl.': 'listeners.….authentication',
  'ssl.': 'listeners.….tls',
  'security.': 'listeners',
  'password.': 'listeners',
  'authorizer.': 'authorization',
  'super.user': 'superUsers',
  'cruise.control.metrics.topic': 'cruiseControl',
  'cruise.control.metrics.reporter.bootstrap.servers': 'cruiseControl',
  'prometheus.metrics.reporter.': 'nothing: brokers are measured by the JMX exporter',
  'zookeeper.': 'nothing: Kafka 4 has no ZooKeeper',
} as const satisfies Readonly<Record<string, string>>;

/** What begins so and may be said all the same. */
export const allowedNames: readonly string[] = [
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
  'controller.quorum.election.backoff.max.ms',
  'controller.quorum.election.timeout.ms',
  'controller.quorum.fetch.timeout.ms',
];

/** What decides a configuration in its place, if it is Strimzi's. */
export function decidedByStrimzi(name: string): string | undefined {
  if (allowedNames.includes(name)) return undefined;
  return Object.entries(forbiddenPrefixes).find(([prefix]) => name.startsWith(prefix))?.[1];
}

/** What the kit decides, and by what. */
export const decidedByKit: Readonly<Record<string, string>> = {
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
