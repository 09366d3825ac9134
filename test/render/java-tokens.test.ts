import type { ClientTokens } from '../../render/client-connection';
import { javaClientProperties } from '../../render/java-client';
import { javaOptions } from '../../render/java-tokens';
import { librdkafkaFile, librdkafkaProperties } from '../../render/librdkafka-client';

const tokenEndpoint = 'https://login.example.com/token';
const secret: ClientTokens = {
  tokenEndpoint,
  clientId: 'shop',
  scope: 'kafka',
  clientSecret: 's3cret',
  authorityFile: '/etc/kafka-connection/oauth-ca.crt',
};
const vouched: ClientTokens = { tokenEndpoint, clientId: 'shop', scope: 'kafka', assertionFile: '/var/run/token' };
const brought: ClientTokens = { tokenEndpoint, clientId: 'shop', scope: 'kafka', tokenFile: '/var/run/token' };
const connection = (tokens: ClientTokens) => ({
  bootstrapServers: 'a:9095',
  credential: { mechanism: 'OAUTHBEARER' as const, tokens },
});
const idle = { application: 'shop', produces: false };
const java = (tokens: ClientTokens) => javaClientProperties(connection(tokens), idle);
const librdkafka = (tokens: ClientTokens) => librdkafkaProperties(connection(tokens), idle);

test('with a secret both libraries ask the server of tokens themselves', () => {
  expect(java(secret)).toMatchObject({
    'sasl.mechanism': 'OAUTHBEARER',
    'sasl.login.callback.handler.class': 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler',
    'sasl.oauthbearer.token.endpoint.url': tokenEndpoint,
    'sasl.oauthbearer.client.credentials.client.id': 'shop',
    'sasl.oauthbearer.client.credentials.client.secret': 's3cret',
    'sasl.oauthbearer.scope': 'kafka',
  });
  expect(librdkafka(secret)).toMatchObject({
    'sasl.oauthbearer.method': 'oidc',
    'sasl.oauthbearer.token.endpoint.url': tokenEndpoint,
    'sasl.oauthbearer.client.id': 'shop',
    'sasl.oauthbearer.client.secret': 's3cret',
    'sasl.oauthbearer.scope': 'kafka',
    'https.ca.location': secret.authorityFile,
  });
});

test('the authority of the server of tokens is not that of the brokers', () => {
  expect(java(secret)['sasl.jaas.config']).toBe(
    'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required ssl.truststore.type="PEM" ssl.truststore.location="/etc/kafka-connection/oauth-ca.crt";',
  );
  expect(java(secret)).not.toHaveProperty(['ssl.truststore.location']);
  expect(java(vouched)['sasl.jaas.config']).not.toContain('truststore');
});

test('a path cannot end its option and begin another', () => {
  const { 'sasl.jaas.config': jaas } = java({ ...secret, authorityFile: '/a" clientId="other' });
  expect(jaas).toContain('"/a\\" clientId=\\"other"');
});

test('whom its platform vouches for shows a file in place of a secret, which only Java’s library can', () => {
  expect(java(vouched)).toMatchObject({
    'sasl.oauthbearer.assertion.file': '/var/run/token',
    'sasl.oauthbearer.client.credentials.client.id': 'shop',
  });
  for (const tokens of [vouched, brought]) {
    expect(JSON.stringify(java(tokens))).not.toContain('client.secret');
    expect(librdkafka(tokens)).toEqual({
      'client.id': 'shop',
      'bootstrap.servers': 'a:9095',
      'security.protocol': 'SASL_SSL',
      'sasl.mechanism': 'OAUTHBEARER',
    });
  }
});

test('whose platform brings the token itself asks nobody', () => {
  expect(java(brought)).toMatchObject({ 'sasl.oauthbearer.token.endpoint.url': 'file:///var/run/token' });
  expect(JSON.stringify(java(brought))).not.toMatch(/login\.example\.com|client\.id"?:"shop.*credentials|scope/);
});

test('the JVM is told whom and which file its client may ask, and nothing else', () => {
  const urls = '-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls';
  expect(javaOptions(secret)).toEqual([`${urls}=${tokenEndpoint}`]);
  expect(javaOptions(vouched)).toEqual([
    `${urls}=${tokenEndpoint}`,
    '-Dorg.apache.kafka.sasl.oauthbearer.allowed.files=/var/run/token',
  ]);
  expect(javaOptions(brought)).toEqual([`${urls}=file:///var/run/token`]);
});

test('a mounted secret is a reference for Java, and a comment for who resolves none', () => {
  const mounted = { ...secret, clientSecret: '${directory:/etc/kafka-connection:client-secret}' };
  expect(java(mounted)['sasl.oauthbearer.client.credentials.client.secret']).toBe(mounted.clientSecret);
  expect(librdkafkaFile(librdkafka(mounted))).toContain(
    '# sasl.oauthbearer.client.secret: what /etc/kafka-connection/client-secret holds\n',
  );
});
