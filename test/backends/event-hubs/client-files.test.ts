import { mountedConnection } from '../../../render/mounted-connection';
import { clientFiles } from '../../../workflows/clients/client-files';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { namespace } from './namespace';

const resolved = resolve(
  changed<Description>(small, {
    'clusters.main': { ...namespace, authentication: ['entra-id', 'sas'] },
    secrets: { store: 'key-vault', vault: 'kit' },
    accepts: { sas: { reason: 'an old till', owner: 'orders', until: '2027-01-01' } },
    'platform.applications.shop.authentication': 'sas',
  }),
);
const filesOf = (application: string) => {
  const connection = resolved.connections.find((one) => one.application === application);
  if (!connection) throw new Error(`'${application}' has no connection`);
  return clientFiles(resolved, application, mountedConnection(connection));
};

test('a client with a key is called $ConnectionString, and reads the connection string from where it is mounted', () => {
  const { 'client.properties': java = '', 'librdkafka.properties': librdkafka = '' } = filesOf('shop');
  expect(java).toContain('sasl.mechanism=PLAIN\n');
  expect(java).toContain(
    'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="$ConnectionString" password="${directory:/etc/kafka-connection:password}";',
  );
  expect(librdkafka).toMatch(/^sasl\.mechanism=PLAIN\n(?:.*\n)*sasl\.username=\$ConnectionString\n/m);
  expect(librdkafka).toContain('# sasl.password: what /etc/kafka-connection/password holds\n');
  expect(java).toContain('max.request.size=1000000\n');
});

test('a client with a key is asked for no token, and one with an identity for nothing else', () => {
  for (const text of Object.values(filesOf('shop'))) expect(text).not.toMatch(/oauth/i);
  const { 'client.properties': java = '', 'librdkafka.properties': librdkafka = '' } = filesOf('billing');
  expect(java).toContain('OAuthBearerLoginModule required;');
  expect(librdkafka).toContain('sasl.oauthbearer.metadata.authentication.type=azure_imds\n');
  expect(java + librdkafka).not.toContain('$ConnectionString');
});

test('a client with a key is told that the $ of its user name must stay', () => {
  for (const name of ['client.properties', 'librdkafka.properties'])
    expect(filesOf('shop')[name]).toMatch(/^# The user name is \$ConnectionString, letter for letter/);
});
