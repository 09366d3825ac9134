import { safeServerProperties, serverPropertiesText } from '../../../render/msk/server-properties';
import { propertiesOf, valueProblem } from '../../../render/msk/server-property-table';

test.each([
  [1, '1', '1'],
  [2, '2', '1'],
  [3, '3', '2'],
  [60, '3', '2'],
])('%d brokers keep %s copies and acknowledge with %s', (brokers, replicas, insync) => {
  expect(safeServerProperties(brokers)).toMatchObject({
    'default.replication.factor': replicas,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'min.insync.replicas': insync,
    'transaction.state.log.min.isr': insync,
  });
});

test('no topic appears by a typing error, is open without ACLs, or loses what was acknowledged', () => {
  expect(safeServerProperties(3)).toMatchObject({
    'auto.create.topics.enable': 'false',
    'allow.everyone.if.no.acl.found': 'false',
    'unclean.leader.election.enable': 'false',
  });
});

test.each(['standard', 'express'] as const)(
  'everything that the kit sets of %s brokers is something that MSK lets customers set',
  (kind) => {
    const set = Object.keys(safeServerProperties(3, { express: kind === 'express' }));
    for (const name of set) expect(propertiesOf(kind, '3.9')).toContain(name);
  },
);

test('express brokers keep three copies by themselves, and are told nothing of it', () => {
  expect(safeServerProperties(3, { express: true })).toEqual({
    'allow.everyone.if.no.acl.found': 'false',
    'auto.create.topics.enable': 'false',
  });
});

test('a cluster that is being closed lets in whoever has no ACL, and is otherwise as safe', () => {
  expect(safeServerProperties(3, { open: true })).toEqual({
    ...safeServerProperties(3),
    'allow.everyone.if.no.acl.found': 'true',
  });
});

test('each kind of brokers has properties of its own, and Kafka 4 has one less', () => {
  const [standard, express] = [propertiesOf('standard', '3.9'), propertiesOf('express', '3.9')] as string[][];
  expect(standard).toContain('num.io.threads');
  expect(express).not.toContain('num.io.threads');
  expect(express).toContain('max.connections.per.ip');
  expect(standard).not.toContain('max.connections.per.ip');
  expect(standard?.filter((name) => !(propertiesOf('standard', '4.0') as string[]).includes(name))).toEqual([
    'log.message.timestamp.difference.max.ms',
  ]);
});

test('the lists are as long as AWS’ pages, without the two of ZooKeeper', () => {
  expect([propertiesOf('standard', '3.9').length, propertiesOf('express', '3.9').length]).toEqual([47, 26]);
});

test.each([
  ['delete.topic.enable', 'true', 'yes'],
  ['replica.lag.time.max.ms', '10000', '9999'],
  ['replica.lag.time.max.ms', '30000', '30001'],
  ['log.retention.ms', '-1', '-2'],
  ['log.retention.ms', '9223372036854775807', '9223372036854775808'],
  ['num.partitions', '1', '1.5'],
  ['log.cleaner.min.cleanable.ratio', '0.5', '1.5'],
  ['compression.type', 'zstd', 'lz5'],
  ['log.cleanup.policy', 'delete, compact', 'delete,keep'],
  ['replica.selector.class', 'org.apache.kafka.common.replica.RackAwareReplicaSelector', 'com.example.Selector'],
  ['custom.advertised.listeners', 'A://b:1+{broker_id},C://d:2+{broker_id}', 'A://b:1'],
] as const)('%s may be %s, and not %s', (name, right, wrong) => {
  expect(valueProblem(name, right)).toBeUndefined();
  expect(valueProblem(name, wrong)?.problem).toContain(`'${wrong}' is not `);
});

test('the same settings in another order are the same text', () => {
  const text = 'log.roll.ms=2\nnum.partitions=1\n';
  expect(serverPropertiesText({ 'num.partitions': '1', 'log.roll.ms': '2' })).toBe(text);
  expect(serverPropertiesText({ 'log.roll.ms': '2', 'num.partitions': '1' })).toBe(text);
});
