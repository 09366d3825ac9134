import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConnection } from '../../../render/client-connection';
import { clientFiles, writeClientFiles, writePemKeystore } from '../../../workflows/clients/client-files';
import { namespace } from '../../backends/event-hubs/namespace';
import { changed } from '../../support/change';
import { resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const connection: ClientConnection = {
  bootstrapServers: 'localhost:9092',
  caFile: join(projectWith({ 'ca.pem': 'AUTHORITY\n' }), 'ca.pem'),
  credential: { mechanism: 'SCRAM-SHA-512', username: 'x', password: 'its-own' },
};
const written = (application: string, changes: Record<string, unknown> = {}) => {
  const folder = projectWith({});
  writeClientFiles(folder, { resolved: resolve(changed(small, changes)), application, connection });
  return {
    folder,
    properties: readFileSync(join(folder, 'client.properties'), 'utf8'),
    description: JSON.parse(readFileSync(join(folder, 'application.json'), 'utf8')),
  };
};

test('a consumer finds its topics, groups and retry limits, and its group is in its properties', () => {
  const { properties, description } = written('billing');
  expect(description).toEqual({
    application: 'billing',
    produces: [],
    consumes: {
      'orders.created': {
        group: 'billing',
        deadLetter: { topic: 'orders.created.billing.dlq', attempts: 3, backoffMs: 1000 },
      },
    },
  });
  expect(properties).toContain('group.id=billing\n');
});

test('a producer finds its topics and is in no group', () => {
  const { properties, description } = written('shop');
  expect(description).toEqual({ application: 'shop', produces: ['orders.created'], consumes: {} });
  expect(properties).not.toContain('group.id');
  expect(properties).toContain('acks=all\n');
});

test('a transactional producer finds the prefix of its transactional ids, and its consumers read committed records', () => {
  const transactional = { 'platform.applications.shop.transactional': true };
  expect(written('shop', transactional).description.transactionalIdPrefix).toBe('shop-');
  expect(written('billing', transactional).properties).toContain('isolation.level=read_committed\n');
});

test('with two groups no group is chosen for it', () => {
  const { properties } = written('billing', {
    'platform.topics[orders.paid]': { owner: 'orders' },
    'platform.applications.shop.produces[orders.paid]': {},
    'platform.applications.billing.consumes[orders.paid]': { group: 'billing-paid' },
  });
  expect(properties).not.toContain('group.id');
});

test('a stream processor finds its application id and guarantee, and is told no group', () => {
  const streams = (input: object) => written('billing', { 'platform.applications.billing.streams': input });
  const exactly = streams({ applicationId: 'billing-v2' });
  expect(exactly.description.applicationId).toBe('billing-v2');
  expect(exactly.properties).toContain('application.id=billing-v2\n');
  expect(exactly.properties).toContain('processing.guarantee=exactly_once_v2\n');
  expect(exactly.properties).not.toMatch(/group\.id|isolation\.level/);
  expect(streams({ processingGuarantee: 'at_least_once' }).properties).toContain(
    'processing.guarantee=at_least_once\n',
  );
});

test('its folder stands alone: the authority of the brokers is in it', () => {
  const { folder, properties } = written('shop');
  expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).toBe('AUTHORITY\n');
  expect(properties).toContain(`ssl.truststore.location=${join(folder, 'ca.pem')}\n`);
});

test('on Event Hubs librdkafka asks for a token of that namespace, and each file says what is left to do', () => {
  const resolved = resolve(changed(small, { 'clusters.main': namespace }));
  const files = clientFiles(resolved, 'shop', { bootstrapServers: 'a:9093', credential: { mechanism: 'OAUTHBEARER' } });
  const { 'librdkafka.properties': librdkafka = '', 'client.properties': java = '' } = files;
  expect(librdkafka).toContain(
    'sasl.oauthbearer.config=query=api-version=2018-02-01&resource=https://kit-orders.servicebus.windows.net\n',
  );
  expect(librdkafka).toMatch(/^# .*&client_id=/);
  expect(java).toMatch(/^# .*sasl\.login\.callback\.handler\.class/);
});

test('nobody but its owner can read the files', () => {
  const { folder } = written('shop');
  for (const file of ['client.properties', 'application.json', 'ca.pem'])
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
});

test('a key store is the key, then its certificates', () => {
  const folder = projectWith({ 'key.pem': 'KEY\n\n', 'certificate.pem': 'CERTIFICATE\n' });
  const file = writePemKeystore(join(folder, 'store.pem'), {
    keyFile: join(folder, 'key.pem'),
    certificateFile: join(folder, 'certificate.pem'),
  });
  expect(readFileSync(file, 'utf8')).toBe('KEY\nCERTIFICATE\n');
});
