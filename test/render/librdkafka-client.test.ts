import type { ClientBehaviour, ClientConnection } from '../../render/client-connection';
import { librdkafkaFile, librdkafkaProperties } from '../../render/librdkafka-client';

const scram: ClientConnection = {
  bootstrapServers: 'a:9092',
  caFile: '/ca.pem',
  credential: { mechanism: 'SCRAM-SHA-512', username: 'shop', password: 'p' },
};
const idle: ClientBehaviour = { application: 'shop', produces: false };

test('with SCRAM it speaks TLS to brokers that its authority signed, with its own name and password', () => {
  expect(librdkafkaProperties(scram, idle)).toEqual({
    'client.id': 'shop',
    'bootstrap.servers': 'a:9092',
    'security.protocol': 'SASL_SSL',
    'ssl.ca.location': '/ca.pem',
    'sasl.mechanism': 'SCRAM-SHA-512',
    'sasl.username': 'shop',
    'sasl.password': 'p',
  });
});

test('with mTLS it has a key and a certificate apart, and no password', () => {
  const credential = {
    mechanism: 'mtls',
    keystoreFile: '/s.pem',
    keyFile: '/s.key',
    certificateFile: '/s.crt',
  } as const;
  const properties = librdkafkaProperties({ ...scram, credential }, idle);
  expect(properties).toMatchObject({ 'ssl.key.location': '/s.key', 'ssl.certificate.location': '/s.crt' });
  expect(Object.keys(properties).join()).not.toContain('sasl');
});

test('a producer writes nothing twice; a consumer has its group, commits by itself and reads as its flow says', () => {
  expect(librdkafkaProperties(scram, { ...idle, produces: true })).toMatchObject({ 'enable.idempotence': 'true' });
  const reader = librdkafkaProperties(scram, { ...idle, group: 'shop', isolation: 'read_committed' });
  expect(reader).toMatchObject({
    'group.id': 'shop',
    'enable.auto.commit': 'false',
    'isolation.level': 'read_committed',
  });
  expect(reader).not.toHaveProperty(['enable.idempotence']);
});

test('where the platform vouches for it, it holds no secret and no authority', () => {
  for (const mechanism of ['AWS_MSK_IAM', 'OAUTHBEARER'] as const) {
    const properties = librdkafkaProperties({ bootstrapServers: 'a:9098', credential: { mechanism } }, idle);
    expect(properties).toMatchObject({ 'security.protocol': 'SASL_SSL', 'sasl.mechanism': 'OAUTHBEARER' });
    expect(Object.keys(properties).join()).not.toMatch(/password|ssl\.ca/);
  }
});

test('a file has a line for each, sorted', () => {
  expect(librdkafkaFile({ b: '2', a: 'x=y' })).toBe('a=x=y\nb=2\n');
});
