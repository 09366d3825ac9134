import { changed } from '../support/change';
import { compileDescription, type Description, small } from '../support/describe';

/** The codes that a connector's config gets, by its key. */
const told = (config: Readonly<Record<string, string>>) =>
  compileDescription(
    changed<Description>(small, {
      'connectClusters.pipeline': { owner: 'orders' },
      'platform.connectors.archive': {
        owner: 'orders',
        class: 'org.example.Sink',
        consumes: { 'orders.created': {} },
        config,
      },
    }),
  ).problems.map(({ code }) => code);

test.each([
  ['connection.password', 'hunter2'],
  ['aws.secret.access.key', 'AKIA'],
  ['sasl.jaas.config', 'org.apache.kafka.common.security.scram.ScramLoginModule required;'],
  ['azure.blob.api-key', 'abc'],
  ['snowflake.private.key', 'MIIE'],
  ['auth.token', 'abc'],
  ['connection.uri', 'mongodb://orders:hunter2@database.example.com'],
  ['connection.url', 'jdbc:postgresql://database.example.com/shop?user=a&password=b'],
  ['file', '${secrets:kafka/other:password}'],
])('%s: %s is a secret, and refused', (key, value) => {
  expect(told({ [key]: value })).toEqual(['KFK-C020']);
});

test.each([
  ['connection.uri', 'mongodb://database.example.com'],
  ['connection.url', 'jdbc:postgresql://database.example.com:5432/shop?sslmode=require'],
  ['ssl.keystore.password.file', '/run/password'],
  ['table.name.format', 'kafka_${topic}'],
  ['key.converter', 'org.apache.kafka.connect.storage.StringConverter'],
  ['transforms.key.field', 'id'],
  ['tokens.max', '3'],
])('%s: %s is none', (key, value) => {
  expect(told({ [key]: value })).toEqual([]);
});

test.each([
  ['name', 'other'],
  ['topics', 'orders.paid'],
  ['topics.regex', '.*'],
  ['tasks.max', '9'],
  ['producer.override.acks', '0'],
  ['topic.creation.default.partitions', '3'],
  ['errors.deadletterqueue.topic.name', 'lost'],
  ['schema.history.internal.kafka.topic', 'history'],
])('%s is decided by the rest of the description', (key, value) => {
  expect(told({ [key]: value })).toEqual(['KFK-C021']);
});

test('the address of a Maven repository holds no credential, and no message shows it', () => {
  const plugins = (repository: string) =>
    compileDescription(
      changed<Description>(small, {
        'platform.plugins.files': { artifacts: [{ group: 'org.example', artifact: 'sink', version: '1' }], repository },
      }),
    ).problems.map(({ code, problem }) => [code, problem.includes('hunter2')]);
  expect(plugins('https://a:hunter2@maven.example.com/releases')).toEqual([['KFK-C029', false]]);
  expect(plugins('https://maven.example.com/releases')).toEqual([]);
});
