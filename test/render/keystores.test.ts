import type { ApplicationConnection } from '../../model/application-connection';
import { javaClientProperties } from '../../render/java-client';
import { librdkafkaFile, librdkafkaProperties } from '../../render/librdkafka-client';
import { mountedConnection } from '../../render/mounted-connection';

const connection = (proof: 'password' | 'certificate'): ApplicationConnection => ({
  application: 'shop',
  cluster: 'main',
  bootstrapServers: { cluster: 'main', field: 'bootstrap_servers' },
  protocol: proof === 'password' ? 'SASL_SSL' : 'SSL',
  mechanism: proof === 'password' ? 'SCRAM-SHA-512' : undefined,
  certificateAuthority: { cluster: 'main', field: 'ca_certificate' },
  credential: { store: 'kubernetes', name: 'shop', key: proof, version: 1 },
  keystores: 'pkcs12',
});
const behaviour = { application: 'shop', produces: true };

test('a Java client reads PKCS12 of its mounted folder, and the passwords by references', () => {
  const properties = javaClientProperties(mountedConnection(connection('certificate')), behaviour);
  expect(properties).toMatchObject({
    'ssl.truststore.type': 'PKCS12',
    'ssl.truststore.location': '/etc/kafka-connection/ca.p12',
    'ssl.truststore.password': '${directory:/etc/kafka-connection:ca.password}',
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.location': '/etc/kafka-connection/user.p12',
    'ssl.keystore.password': '${directory:/etc/kafka-connection:user.password}',
  });
  for (const key of ['ssl.keystore.key', 'ssl.keystore.certificate.chain'])
    expect(properties).not.toHaveProperty([key]);
});

test('with a password there is whom it trusts, and no key', () => {
  const properties = javaClientProperties(mountedConnection(connection('password')), behaviour);
  expect(properties['ssl.truststore.type']).toBe('PKCS12');
  expect(Object.keys(properties).filter((key) => key.startsWith('ssl.keystore'))).toEqual([]);
});

test('librdkafka reads the PEM files that stand beside them', () => {
  const mounted = mountedConnection(connection('certificate'));
  const text = librdkafkaFile(librdkafkaProperties(mounted, behaviour));
  expect(text).toContain('ssl.key.location=/etc/kafka-connection/user.key\n');
  expect(text).toContain('ssl.ca.location=/etc/kafka-connection/ca.crt\n');
  expect(text).not.toContain('p12');
});
