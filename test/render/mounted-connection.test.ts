import type { ApplicationConnection } from '../../model/application-connection';
import { javaClientProperties } from '../../render/java-client';
import { librdkafkaFile, librdkafkaProperties } from '../../render/librdkafka-client';
import { mountedConnection } from '../../render/mounted-connection';

const scram: ApplicationConnection = {
  application: 'shop',
  cluster: 'main',
  bootstrapServers: { cluster: 'main', field: 'bootstrap_servers' },
  protocol: 'SASL_SSL',
  mechanism: 'SCRAM-SHA-512',
  certificateAuthority: { cluster: 'main', field: 'ca_certificate' },
  credential: { store: 'kubernetes', name: 'main/shop', key: 'password', version: 1 },
};
const behaviour = { application: 'shop', produces: true };

test('a Java client reads address, authority and password from the mounted folder, and no other folder', () => {
  const connection = mountedConnection(scram, '/mnt/kafka');
  expect(javaClientProperties(connection, behaviour, connection.resolvedBy)).toMatchObject({
    'bootstrap.servers': '${directory:/mnt/kafka:bootstrap-servers}',
    'ssl.truststore.location': '/mnt/kafka/ca.crt',
    'sasl.jaas.config': expect.stringContaining('username="shop" password="${directory:/mnt/kafka:password}"'),
    'config.providers.directory.param.allowed.paths': '/mnt/kafka',
  });
});

test('a client with a certificate reads key and chain by references, and has no password', () => {
  const certificate = { ...scram, mechanism: undefined, credential: { ...scram.credential, key: 'certificate' } };
  const connection = mountedConnection(certificate as ApplicationConnection);
  const properties = javaClientProperties(connection, behaviour);
  expect(properties['ssl.keystore.key']).toBe('${directory:/etc/kafka-connection:user.key}');
  expect(Object.keys(properties).join()).not.toContain('sasl');
});

test('where the platform vouches for it, it has no credential; where everybody knows the authority, it names none', () => {
  const connection = mountedConnection({
    ...scram,
    mechanism: 'AWS_MSK_IAM',
    certificateAuthority: undefined,
    credential: undefined,
  });
  expect(connection).toMatchObject({ caFile: undefined, credential: { mechanism: 'AWS_MSK_IAM' } });
});

test('librdkafka resolves no references: its file names the mounted files in comments, and keys by their paths', () => {
  const text = (connection: ApplicationConnection) =>
    librdkafkaFile(librdkafkaProperties(mountedConnection(connection), behaviour));
  expect(text(scram)).toContain('# sasl.password: what /etc/kafka-connection/password holds\n');
  expect(text(scram)).toContain('# bootstrap.servers: what /etc/kafka-connection/bootstrap-servers holds\n');
  expect(text(scram)).not.toContain('${');
});

test('what the Access Operator brings has its names', () => {
  const brought: ApplicationConnection = {
    ...scram,
    mechanism: undefined,
    credential: { store: 'kubernetes', name: 'shop', key: 'certificate', version: 1 },
    delivered: { store: 'kubernetes', namespace: 'applications', name: 'shop-kafka', by: 'access-operator' },
  };
  expect(mountedConnection(brought)).toMatchObject({
    bootstrapServers: '${directory:/etc/kafka-connection:bootstrap-servers}',
    caFile: '/etc/kafka-connection/ssl.truststore.crt',
    credential: {
      certificateFile: '/etc/kafka-connection/ssl.keystore.crt',
      key: '${directory:/etc/kafka-connection:ssl.keystore.key}',
    },
  });
});
