import { connectorConfiguration } from '../../../render/connect/connector-configuration';
import { pluginArtifacts } from '../../../render/connect/plugin-artifacts';
import { connectWorkers } from '../../../render/connect/workers';

const provider = { name: 'secrets', class: 'org.example.Provider' };
const cluster = { name: 'pipeline', config: {}, exactlyOnce: false, replicationFactor: 2 };

describe('workers', () => {
  const { config, ...names } = connectWorkers(cluster, provider);

  test('keep what is their own under the name of their cluster', () => {
    expect(names).toEqual({
      groupId: 'connect-workers.pipeline.internal',
      configStorageTopic: 'connect-configs.pipeline.internal',
      offsetStorageTopic: 'connect-offsets.pipeline.internal',
      statusStorageTopic: 'connect-status.pipeline.internal',
    });
    expect(config['offset.storage.replication.factor']).toBe('2');
  });

  test('let no connector make topics or have clients of its own, and read committed records', () => {
    expect(config).toMatchObject({
      'topic.creation.enable': 'false',
      'connector.client.config.override.policy': 'None',
      'consumer.isolation.level': 'read_committed',
      'config.providers': 'secrets',
      'config.providers.secrets.class': 'org.example.Provider',
    });
  });

  test('write in transactions where that is said, and only there', () => {
    const support = (exactlyOnce: boolean) =>
      connectWorkers({ ...cluster, exactlyOnce }, provider).config['exactly.once.source.support'];
    expect([support(true), support(false)]).toEqual(['enabled', undefined]);
  });

  test('write plain JSON, unless the description says otherwise of keys or of values', () => {
    expect(config).toMatchObject({
      'key.converter': 'org.apache.kafka.connect.json.JsonConverter',
      'value.converter.schemas.enable': 'false',
    });
    const avro = connectWorkers({ ...cluster, config: { 'value.converter': 'org.example.Avro' } }, provider).config;
    expect(avro['value.converter']).toBe('org.example.Avro');
    expect(avro['value.converter.schemas.enable']).toBeUndefined();
    expect(avro['key.converter.schemas.enable']).toBe('false');
  });
});

describe('a connector', () => {
  test('is given references, for its own clients too, and no secret; sorted', () => {
    const configuration = connectorConfiguration(
      {
        config: { 'topic.prefix': 'inventory' },
        secrets: { 'database.password': { secret: 'inventory', key: 'password' } },
        clients: [{ bootstrapServers: 'signal.kafka.bootstrap.servers', prefix: 'signal.consumer.' }],
      },
      {
        reference: ({ secret, key }) => `<${secret} ${key}>`,
        client: { bootstrapServers: 'main:9093', properties: { 'security.protocol': 'SSL' } },
      },
    );
    expect(Object.entries(configuration)).toEqual([
      ['database.password', '<inventory password>'],
      ['signal.consumer.security.protocol', 'SSL'],
      ['signal.kafka.bootstrap.servers', 'main:9093'],
      ['topic.prefix', 'inventory'],
    ]);
  });
});

describe('a file of a plugin', () => {
  const file = { group: 'io.debezium', artifact: 'debezium-connector-postgres', version: '3.7.0.Final' };
  const repository = 'https://maven.example.com/all/';
  const one = (more: object) => pluginArtifacts({ artifacts: [{ ...file, ...more }], repository })[0];
  const address = `https://maven.example.com/all/io/debezium/debezium-connector-postgres/3.7.0.Final/debezium-connector-postgres-3.7.0.Final`;

  test('with a checksum is fetched by its address, for Strimzi to check it', () => {
    expect(one({ sha512: 'abc' })).toEqual({ type: 'jar', url: `${address}.jar`, sha512sum: 'abc' });
    expect(one({ sha512: 'abc', classifier: 'plugin', type: 'tar.gz' })).toEqual({
      type: 'tgz',
      url: `${address}-plugin.tar.gz`,
      sha512sum: 'abc',
    });
  });

  test('without one is fetched by Maven with what it depends on, or by its address where Maven would find another', () => {
    expect(one({})).toEqual({ type: 'maven', repository, ...file });
    expect(one({ type: 'zip' })).toEqual({ type: 'zip', url: `${address}.zip` });
    expect(one({ classifier: 'all' })).toEqual({ type: 'jar', url: `${address}-all.jar` });
  });
});
