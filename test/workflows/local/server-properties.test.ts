import { serverProperties } from '../../../workflows/local/server-properties';

const files = { data: '/state/nodes/1/data', caFile: '/state/ca.pem', brokerKeystore: '/state/broker.pem' };
const nodesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const first = 20_000 + index * 4;
    return { id: index + 1, ports: { scram: first, mtls: first + 1, broker: first + 2, controller: first + 3 } };
  });
const propertiesOf = (count: number, settings?: Record<string, string>) => {
  const nodes = nodesOf(count);
  return serverProperties(nodes[0] as (typeof nodes)[0], nodes, files, settings);
};

test('every listener is encrypted and on this machine only', () => {
  const properties = propertiesOf(3);
  expect(properties['listener.security.protocol.map']).toBe('SCRAM:SASL_SSL,MTLS:SSL,BROKER:SSL,CONTROLLER:SSL');
  const listeners = properties.listeners?.split(',') ?? [];
  expect(listeners).toHaveLength(4);
  for (const listener of listeners) expect(listener).toMatch(/^[A-Z]+:\/\/127\.0\.0\.1:2000\d$/);
  for (const listener of ['mtls', 'broker', 'controller'])
    expect(properties[`listener.name.${listener}.ssl.client.auth`]).toBe('required');
});

test('nobody may do anything without a grant but the brokers and the administrator', () => {
  expect(propertiesOf(3)).toMatchObject({
    'super.users': 'User:kit_broker;User:kit_admin',
    'allow.everyone.if.no.acl.found': 'false',
    'auto.create.topics.enable': 'false',
  });
});

test.each([
  [1, '1', '1'],
  [2, '2', '1'],
  [3, '3', '2'],
  [5, '3', '2'],
])('%i nodes keep %s copies, of which %s must be in sync', (count, copies, inSync) => {
  expect(propertiesOf(count)).toMatchObject({
    'default.replication.factor': copies,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.replication.factor': copies,
    'share.coordinator.state.topic.replication.factor': copies,
    'min.insync.replicas': inSync,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.min.isr': inSync,
  });
});

test('settings replace defaults', () => {
  expect(propertiesOf(3, { 'min.insync.replicas': '1', 'log.retention.hours': '2' })).toMatchObject({
    'min.insync.replicas': '1',
    'log.retention.hours': '2',
  });
});

test.each([
  'listeners',
  'super.users',
  'allow.everyone.if.no.acl.found',
  'log.dirs',
  'listener.name.mtls.ssl.client.auth',
  'advertised.listeners',
])('settings cannot replace %s', (key) => {
  expect(() => propertiesOf(3, { [key]: 'x' })).toThrow(`'${key}' belongs to the local cluster`);
});

test.each([
  ['CN=order-service', 'order-service'],
  ['CN=order-service,O=shop', 'order-service'],
  ['CN=kit_admin\\,x,O=shop', undefined],
  ['O=shop,CN=kit_admin', undefined],
])('the subject %s is %s', (subject, user) => {
  const [, pattern = ''] = /^RULE:(.*)\/\$1\//.exec(propertiesOf(1)['ssl.principal.mapping.rules'] ?? '') ?? [];
  expect(new RegExp(pattern).exec(subject)?.[1]).toBe(user);
});
