import { decidedByStrimzi } from '../../../backends/strimzi/description/broker-config';

const listeners = [{ name: 'scram', port: 9093 }];

/** `KafkaClusterSpec.FORBIDDEN_PREFIXES` of `io.strimzi:api:1.2.0`, read with javap. */
const forbidden = `listeners, advertised., broker., listener., host.name, port, inter.broker.listener.name, sasl., ssl.,
  security., password., log.dir, zookeeper.connect, zookeeper.set.acl, zookeeper.ssl, zookeeper.clientCnxnSocket,
  authorizer., super.user, cruise.control.metrics.topic, cruise.control.metrics.reporter.bootstrap.servers, node.id,
  process.roles, controller., metadata.log.dir, zookeeper.metadata.migration.enable,
  client.quota.callback.static.kafka.admin., client.quota.callback.static.produce, client.quota.callback.static.fetch,
  client.quota.callback.static.storage.per.volume.limit.min.available.,
  client.quota.callback.static.excluded.principal.name.list, prometheus.metrics.reporter., cordoned.log.dirs`;

/** `FORBIDDEN_PREFIX_EXCEPTIONS`, without ZooKeeper's. */
const allowed = `sasl.server.max.receive.size, ssl.cipher.suites, ssl.protocol, ssl.enabled.protocols,
  ssl.secure.random.implementation, cruise.control.metrics.topic.num.partitions,
  cruise.control.metrics.topic.replication.factor, cruise.control.metrics.topic.retention.ms,
  cruise.control.metrics.topic.auto.create.retries, cruise.control.metrics.topic.auto.create.timeout.ms,
  cruise.control.metrics.topic.min.insync.replicas, broker.session.timeout.ms, broker.heartbeat.interval.ms,
  controller.socket.timeout.ms, controller.quorum.election.backoff.max.ms, controller.quorum.election.timeout.ms,
  controller.quorum.fetch.timeout.ms`;

const names = (list: string) => list.split(/,\s*/);

test.each(names(forbidden))('%s is Strimzi’s, with whatever it begins', (prefix) => {
  expect(decidedByStrimzi(prefix, listeners)).toBeDefined();
  expect(decidedByStrimzi(`${prefix}other`, listeners)).toBeDefined();
});

test.each(names(allowed))('%s is not, and nothing that only begins so', (name) => {
  expect(decidedByStrimzi(name, listeners)).toBeUndefined();
  expect(decidedByStrimzi(`${name}.other`, listeners)).toBeDefined();
});

test.each(['connections.max.reauth.ms', 'max.connections', 'max.connection.creation.rate'])(
  'a listener that is there has a %s of its own, by its name and port',
  (config) => {
    expect(decidedByStrimzi(`listener.name.scram-9093.${config}`, listeners)).toBeUndefined();
    expect(decidedByStrimzi(`listener.name.scram.${config}`, listeners)).toContain('<name>-<port>');
    expect(decidedByStrimzi(`listener.name.scram-9094.${config}`, listeners)).toBeDefined();
    expect(decidedByStrimzi('listener.name.scram-9093.ssl.client.auth', listeners)).toBeDefined();
  },
);

test('what is Kafka’s own is nobody else’s', () => {
  expect(decidedByStrimzi('num.io.threads', listeners)).toBeUndefined();
});
