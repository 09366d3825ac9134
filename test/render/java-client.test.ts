import type { ClientBehaviour, ClientConnection } from '../../render/client-connection';
import { javaClientProperties } from '../../render/java-client';

const scram: ClientConnection = {
  bootstrapServers: 'a:9092,b:9092',
  caFile: '/ca.pem',
  credential: { mechanism: 'SCRAM-SHA-512', username: 'shop', password: 'p' },
};
const mtls: ClientConnection = {
  ...scram,
  credential: { mechanism: 'mtls', keystoreFile: '/shop.pem', keyFile: '/shop.key', certificateFile: '/shop.crt' },
};
const idle: ClientBehaviour = { application: 'shop', produces: false };

test('a client always speaks TLS to brokers that its authority signed, under its own name', () => {
  for (const connection of [scram, mtls])
    expect(javaClientProperties(connection, idle)).toMatchObject({
      'client.id': 'shop',
      'bootstrap.servers': 'a:9092,b:9092',
      'security.protocol': expect.stringMatching(/SSL$/),
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': '/ca.pem',
    });
});

test('with SCRAM it has a password and no key; with mTLS a key and no password', () => {
  expect(Object.keys(javaClientProperties(scram, idle)).join()).toMatch(/^(?!.*keystore).*sasl\.jaas\.config/);
  expect(Object.keys(javaClientProperties(mtls, idle)).join()).toMatch(/^(?!.*sasl).*ssl\.keystore\.location/);
});

test('a password with quotes and backslashes is one JAAS word', () => {
  const credential = { mechanism: 'SCRAM-SHA-256', username: 'shop', password: 'a"b\\c' } as const;
  expect(javaClientProperties({ ...scram, credential }, idle)['sasl.jaas.config']).toMatch(/ password="a\\"b\\\\c";$/);
});

test('a producer waits for all replicas and writes nothing twice; a consumer has no such settings', () => {
  const safe = { acks: 'all', 'enable.idempotence': 'true' };
  expect(javaClientProperties(scram, { ...idle, produces: true })).toMatchObject(safe);
  expect(javaClientProperties(scram, { ...idle, group: 'shop' })).not.toHaveProperty('acks');
});

test('a consumer has its group, commits by itself, and reads as its flow says; a producer has no group', () => {
  const group = { 'group.id': 'shop', 'enable.auto.commit': 'false', 'isolation.level': 'read_committed' };
  expect(javaClientProperties(scram, { ...idle, group: 'shop', isolation: 'read_committed' })).toMatchObject(group);
  expect(javaClientProperties(scram, { ...idle, group: 'shop' })['isolation.level']).toBe('read_uncommitted');
  expect(javaClientProperties(scram, { ...idle, produces: true })).not.toHaveProperty(['group.id']);
});

test('a stream processor has its application id and guarantee; its group, its library chooses', () => {
  const properties = (exactlyOnce: boolean) =>
    javaClientProperties(scram, { ...idle, group: 'shop', streams: { applicationId: 'shop-v2', exactlyOnce } });
  expect(properties(true)).toMatchObject({
    'application.id': 'shop-v2',
    'processing.guarantee': 'exactly_once_v2',
    'auto.offset.reset': 'earliest',
  });
  for (const key of ['group.id', 'enable.auto.commit', 'isolation.level'])
    expect(properties(true)).not.toHaveProperty([key]);
  expect(properties(false)).toMatchObject({
    'processing.guarantee': 'at_least_once',
    'isolation.level': 'read_uncommitted',
  });
});

test('where the platform vouches for it, it names the login of that platform and holds no secret', () => {
  const properties = (mechanism: 'AWS_MSK_IAM' | 'OAUTHBEARER') =>
    javaClientProperties({ bootstrapServers: 'a:9098', credential: { mechanism } }, idle);
  expect(properties('AWS_MSK_IAM')).toMatchObject({
    'sasl.mechanism': 'AWS_MSK_IAM',
    'sasl.jaas.config': expect.stringContaining('IAMLoginModule'),
    'sasl.client.callback.handler.class': expect.stringContaining('IAMClientCallbackHandler'),
  });
  expect(properties('OAUTHBEARER')).toMatchObject({ 'sasl.mechanism': 'OAUTHBEARER' });
  for (const mechanism of ['AWS_MSK_IAM', 'OAUTHBEARER'] as const) {
    expect(properties(mechanism)).not.toHaveProperty(['ssl.truststore.location']);
    expect(JSON.stringify(properties(mechanism))).not.toContain('password');
  }
});

test('what the vendor asks of clients wins', () => {
  const settings = { 'compression.type': 'none', 'metadata.max.age.ms': '180000' };
  expect(javaClientProperties(scram, { ...idle, produces: true }, settings)).toMatchObject(settings);
});
