import { safeServerProperties, serverProperties, serverPropertiesText } from '../../../render/msk/server-properties';

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

test('everything that the kit sets is something that MSK lets customers set', () => {
  for (const name of Object.keys(safeServerProperties(3))) expect(serverProperties).toContain(name);
});

test('the same settings in another order are the same text', () => {
  const text = 'log.roll.ms=2\nnum.partitions=1\n';
  expect(serverPropertiesText({ 'num.partitions': '1', 'log.roll.ms': '2' })).toBe(text);
  expect(serverPropertiesText({ 'log.roll.ms': '2', 'num.partitions': '1' })).toBe(text);
});
