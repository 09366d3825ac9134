/**
 * A fault for each rule of the bundle on Kubernetes, planted into manifests: what the kit would refuse to write, or cannot
 * write at all.
 */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { changed } from '../support/change';
import { objectsIn } from '../support/manifests';
import { codesOf } from './judged';
import { keptEnvironment, spoiltFile } from './spoilt';

jest.setTimeout(600_000);

/** Which of a kind. Default: any. */
const named: Readonly<Record<string, string>> = { KafkaUser: 'order-service', KafkaTopic: 'notifications.sent' };
const listener = 'spec.kafka.listeners.0';
test.each<[code: string, kind: string, changes: Record<string, unknown>]>([
  ['KFK-K433', 'Kafka', { [`${listener}.tls`]: false }],
  ['KFK-K433', 'Kafka', { [`${listener}.authentication`]: undefined }],
  ['KFK-K433', 'Kafka', { [`${listener}.networkPolicyPeers`]: undefined }],
  ['KFK-K433', 'Kafka', { 'spec.kafka.authorization': undefined }],
  ['KFK-K445', 'Kafka', { 'spec.kafka.authorization.superUsers': ['CN=somebody'] }],
  ['KFK-K433', 'Kafka', { 'spec.kafka.authorization.type': 'custom' }],
  ['KFK-K433', 'Kafka', { 'spec.kafka.config[allow.everyone.if.no.acl.found]': 'true' }],
  ['KFK-X079', 'KafkaBridge', { 'spec.tls': undefined }],
  ['KFK-K423', 'Kafka', { 'spec.kafka.config[auto.create.topics.enable]': true }],
  ['KFK-K417', 'KafkaNodePool', { 'spec.roles': ['broker'], 'spec.storage': { type: 'ephemeral' } }],
  ['KFK-D001', 'KafkaNodePool', { 'spec.storage': { type: 'persistent-claim', size: '1Gi', deleteClaim: true } }],
  ['KFK-B013', 'NetworkPolicy', { 'spec.policyTypes': ['Ingress'], 'spec.ingress': [{ ports: [{ port: 8080 }] }] }],
  [
    'KFK-T012',
    'KafkaTopic',
    {
      'metadata.name': 'notifications.sent',
      'spec.topicName': 'notifications.sent',
      'spec.config[retention.ms]': '-1',
    },
  ],
  [
    'KFK-X077',
    'KafkaUser',
    { 'spec.authorization.acls': [{ operations: ['All'], resource: { type: 'topic', name: 'orders.paid' } }] },
  ],
  [
    'KFK-X077',
    'KafkaUser',
    { 'spec.authorization.acls': [{ operations: ['Write'], resource: { type: 'topic', name: '*' } }] },
  ],
])('%s is found in a %s: %o', async (code, kind, changes) => {
  const { files, test: tested } = await keptEnvironment('dev');
  const object = files
    .flatMap((path) => (path.endsWith('.yaml') ? objectsIn(readFileSync(path, 'utf8')) : []))
    .find((one) => one.kind === kind && (named[kind] ?? one.metadata.name) === one.metadata.name);
  if (!object) throw new Error(`there is no ${kind}`);
  // Its disks go with it: it is disposable as it is described.
  const right =
    kind === 'KafkaNodePool' ? changed(object, { 'spec.storage': { type: 'persistent-claim', size: '1Gi' } }) : object;
  expect(codesOf(tested(spoiltFile(stringify(right), 'yaml')).denied)).toEqual([]);
  const { denied, warned } = tested(spoiltFile(stringify(changed(right, changes)), 'yaml'));
  expect(codesOf([...denied, ...warned])).toContain(code);
});

test('a Secret that holds its values is refused', async () => {
  const { test: tested } = await keptEnvironment('dev');
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' }, stringData: { password: 'planted' } };
  const { denied } = tested(spoiltFile(stringify(secret), 'yaml'));
  expect(denied).toEqual([expect.stringContaining('KFK-X050 Secret/x: a Secret holds its values (profile baseline)')]);
  expect(codesOf(tested(spoiltFile(stringify({ ...secret, stringData: undefined }), 'yaml')).denied)).toEqual([]);
});

test('a password of a connector is refused in clear text, and a reference to one is not', async () => {
  const { test: tested } = await keptEnvironment('dev');
  const connector = (password: string) => ({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaConnector',
    metadata: { name: 'x' },
    spec: { class: 'C', tasksMax: 1, config: { 'database.password': password, 'key.converter': 'C' } },
  });
  expect(codesOf(tested(spoiltFile(stringify(connector('planted')), 'yaml')).denied)).toEqual(['KFK-X050']);
  expect(codesOf(tested(spoiltFile(stringify(connector('${secrets:x/y:password}')), 'yaml')).denied)).toEqual([]);
});

test('workers that reach their cluster in the clear are refused', async () => {
  const { test: tested } = await keptEnvironment('dev');
  const workers = (tls?: object) => ({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaConnect',
    metadata: { name: 'x' },
    spec: { bootstrapServers: 'main-kafka-bootstrap:9093', tls },
  });
  expect(codesOf(tested(spoiltFile(stringify(workers()), 'yaml')).denied)).toEqual(['KFK-X079']);
  expect(codesOf(tested(spoiltFile(stringify(workers({ trustedCertificates: [] })), 'yaml')).denied)).toEqual([]);
});

test('a policy of the network that somebody else wrote is nobody’s business here', async () => {
  const { test: tested } = await keptEnvironment('dev');
  const policy = (labels: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'x', labels },
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 8080 }] }] },
  });
  const ours = { 'app.kubernetes.io/managed-by': 'kafka-platform-kit' };
  expect(codesOf(tested(spoiltFile(stringify(policy(ours)), 'yaml')).denied)).toEqual(['KFK-B013']);
  expect(codesOf(tested(spoiltFile(stringify(policy({})), 'yaml')).denied)).toEqual([]);
});
