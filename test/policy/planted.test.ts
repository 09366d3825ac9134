/**
 * A fault for each rule of the bundle, planted into what was synthesized: what the kit would refuse to write, or cannot
 * write at all. AWS and Azure are configuration (`cdk.tf.json`), not plans: their providers are not asked.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { loadCompiled } from '../../workflows/load/compiled';
import { changed } from '../support/change';
import { objectsIn } from '../support/manifests';
import { codesOf, type Judged, judged } from './judged';

jest.setTimeout(600_000);

const root = resolve(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-planted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { environments } = loadCompiled({ folder: root, today: '2026-11-21' });
const made = new Map<string, Promise<Judged>>();
/** Environments that are not disposable and ask for all that production does. */
function environment(name: string): Promise<Judged> {
  const found = environments.find((one) => one.name === name)?.resolved;
  if (!found) throw new Error(`there is no '${name}'`);
  const strict = { ...found, environment: { ...found.environment, disposable: false } };
  const known = made.get(name) ?? judged(found, strict);
  made.set(name, known);
  return known;
}

let count = 0;
function file(text: string, extension: string): string {
  const path = join(folder, String(count++));
  mkdirSync(path);
  writeFileSync(join(path, `spoilt.${extension}`), text);
  return join(path, `spoilt.${extension}`);
}

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const namespace = 'resource.azurerm_eventhub_namespace.main';
const brokers = 'resource.aws_msk_cluster.main';

test.each<[code: string, stack: string, changes: Record<string, unknown>]>([
  ['KFK-K217', 'azure-prod/azure-prod-main', { [`${namespace}.public_network_access_enabled`]: true }],
  ['KFK-X079', 'azure-prod/azure-prod-main', { [`${namespace}.minimum_tls_version`]: '1.0' }],
  ['KFK-E022', 'azure-prod/azure-prod-main', { [`${namespace}.tags`]: { 'cost-center': '4711' } }],
  ['KFK-K218', 'azure-prod/azure-prod-main', { 'resource.azurerm_monitor_diagnostic_setting': {} }],
  ['KFK-D001', 'azure-prod/azure-prod-main', { [`${namespace}.lifecycle.prevent_destroy`]: false }],
  [
    'KFK-T012',
    'azure-prod/azure-prod-main-fulfilment',
    { 'resource.azurerm_eventhub.notifications_sent.retention_description.retention_time_in_hours': -1 },
  ],
  [
    'KFK-X061',
    'azure-prod/azure-prod-main-fulfilment',
    { 'resource.azurerm_eventhub.notifications_sent.retention_description.retention_time_in_hours': 24 * 731 },
  ],
  [
    'KFK-X072',
    'azure-prod/azure-prod-main-fulfilment',
    { 'resource.azurerm_eventhub.notifications_sent.capture_description': { enabled: true } },
  ],
  [
    'KFK-X077',
    'azure-prod/azure-prod-main-fulfilment',
    { 'resource.azurerm_role_assignment.inventory-service_read_topic_orders_paid.role_definition_name': 'Owner' },
  ],
  [
    'KFK-X079',
    'prod/prod-main',
    { [`${brokers}.encryption_info.encryption_in_transit.client_broker`]: 'TLS_PLAINTEXT' },
  ],
  ['KFK-X079', 'prod/prod-main', { [`${brokers}.encryption_info.encryption_in_transit.in_cluster`]: false }],
  ['KFK-X079', 'prod/prod-main', { [`${brokers}.client_authentication.unauthenticated`]: true }],
  ['KFK-X081', 'prod/prod-main', { 'resource.aws_cloudtrail.main.enable_logging': false }],
  [
    'KFK-X081',
    'prod/prod-main',
    { 'resource.aws_s3_bucket_object_lock_configuration.main_audit.rule.default_retention.days': 1 },
  ],
  [
    'KFK-X081',
    'azure-prod/azure-prod-main',
    { 'resource.azurerm_storage_account.main_logs.immutability_policy.period_since_creation_in_days': 1 },
  ],
  ['KFK-D001', 'prod/prod-main', { [`${brokers}.lifecycle`]: undefined }],
  [
    'KFK-X077',
    'prod/prod-main',
    {
      'resource.aws_msk_cluster_policy.x.policy': policy({
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'kafka:CreateVpcConnection',
        Resource: 'arn',
      }),
    },
  ],
  [
    'KFK-K337',
    'prod/prod-main',
    { [`${brokers}.broker_node_group_info.connectivity_info.public_access.type`]: 'SERVICE_PROVIDED_EIPS' },
  ],
  ['KFK-K335', 'prod/prod-main', { [`${brokers}.logging_info.broker_logs`]: {} }],
  [
    'KFK-K304',
    'prod/prod-main',
    {
      'resource.aws_msk_configuration.main.server_properties':
        'auto.create.topics.enable=true\nallow.everyone.if.no.acl.found=false\n',
    },
  ],
  [
    'KFK-K304',
    'prod/prod-main',
    { 'resource.aws_msk_configuration.main.server_properties': 'auto.create.topics.enable=false\n' },
  ],
  ['KFK-T008', 'prod/prod-main-fulfilment', { 'resource.aws_msk_topic.notifications_sent.replication_factor': 2 }],
  ['KFK-D001', 'prod/prod-main-fulfilment', { 'resource.aws_msk_topic.notifications_sent.lifecycle': undefined }],
  [
    'KFK-X077',
    'prod/prod-main-fulfilment',
    {
      'resource.aws_iam_policy.inventory-service.policy': policy({
        Effect: 'Allow',
        Action: ['kafka-cluster:*'],
        Resource: 'arn',
      }),
    },
  ],
  [
    'KFK-X077',
    'prod/prod-main-fulfilment',
    {
      'resource.aws_iam_policy.inventory-service.policy': policy({
        Effect: 'Allow',
        Action: 'kafka-cluster:ReadData',
        Resource: '*',
      }),
    },
  ],
  [
    'KFK-X050',
    'prod/prod-main-fulfilment',
    { 'resource.aws_secretsmanager_secret_version.x': { secret_string: 'planted' } },
  ],
  ['KFK-X050', 'local/local-main-fulfilment', { provider: { kafka: [{ sasl_password: 'planted' }] } }],
  [
    'KFK-X077',
    'local/local-main-fulfilment',
    {
      'resource.kafka_acl.x': {
        acl_principal: 'User:*',
        acl_operation: 'Read',
        acl_permission_type: 'Allow',
        resource_name: 'orders.paid',
        resource_type: 'Topic',
      },
    },
  ],
  [
    'KFK-X077',
    'local/local-main-fulfilment',
    {
      'resource.kafka_acl.x': {
        acl_principal: 'User:inventory-service',
        acl_operation: 'Read',
        acl_permission_type: 'Allow',
        resource_name: '*',
        resource_type: 'Topic',
      },
    },
  ],
  [
    'KFK-X077',
    'local/local-main-fulfilment',
    {
      'resource.kafka_acl.x': {
        acl_principal: 'User:inventory-service',
        acl_operation: 'All',
        acl_permission_type: 'Allow',
        resource_name: 'orders.paid',
        resource_type: 'Topic',
      },
    },
  ],
  [
    'KFK-X077',
    'local/local-main-fulfilment',
    {
      'resource.kafka_acl.x': {
        acl_principal: 'User:order-service',
        acl_operation: 'Read',
        acl_permission_type: 'Allow',
        resource_name: 'orders.',
        resource_pattern_type_filter: 'Prefixed',
        resource_type: 'Topic',
      },
    },
  ],
])('%s is found in %s: %o', async (code, where, changes) => {
  const [name = '', stack = ''] = where.split('/');
  const { files, test: tested } = await environment(name);
  const found = files.find((path) => path.includes(`/${stack}/cdk.tf.json`)) ?? '';
  const text = readFileSync(found, 'utf8');
  const before = tested(file(text, 'json'));
  expect(codesOf([...before.denied, ...before.warned])).not.toContain(code);
  const after = tested(file(JSON.stringify(changed(JSON.parse(text), changes)), 'json'));
  expect(codesOf([...after.denied, ...after.warned])).toContain(code);
});

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
  const { files, test: tested } = await environment('dev');
  const object = files
    .flatMap((path) => (path.endsWith('.yaml') ? objectsIn(readFileSync(path, 'utf8')) : []))
    .find((one) => one.kind === kind && (named[kind] ?? one.metadata.name) === one.metadata.name);
  if (!object) throw new Error(`there is no ${kind}`);
  // Its disks go with it: it is disposable as it is described.
  const right =
    kind === 'KafkaNodePool' ? changed(object, { 'spec.storage': { type: 'persistent-claim', size: '1Gi' } }) : object;
  expect(codesOf(tested(file(stringify(right), 'yaml')).denied)).toEqual([]);
  const { denied, warned } = tested(file(stringify(changed(right, changes)), 'yaml'));
  expect(codesOf([...denied, ...warned])).toContain(code);
});

test('a Secret that holds its values is refused', async () => {
  const { test: tested } = await environment('dev');
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' }, stringData: { password: 'planted' } };
  const { denied } = tested(file(stringify(secret), 'yaml'));
  expect(denied).toEqual([expect.stringContaining('KFK-X050 Secret/x: a Secret holds its values (profile baseline)')]);
  expect(codesOf(tested(file(stringify({ ...secret, stringData: undefined }), 'yaml')).denied)).toEqual([]);
});

test('a password of a connector is refused in clear text, and a reference to one is not', async () => {
  const { test: tested } = await environment('dev');
  const connector = (password: string) => ({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaConnector',
    metadata: { name: 'x' },
    spec: { class: 'C', tasksMax: 1, config: { 'database.password': password, 'key.converter': 'C' } },
  });
  expect(codesOf(tested(file(stringify(connector('planted')), 'yaml')).denied)).toEqual(['KFK-X050']);
  expect(codesOf(tested(file(stringify(connector('${secrets:x/y:password}')), 'yaml')).denied)).toEqual([]);
});

test('workers that reach their cluster in the clear are refused', async () => {
  const { test: tested } = await environment('dev');
  const workers = (tls?: object) => ({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaConnect',
    metadata: { name: 'x' },
    spec: { bootstrapServers: 'main-kafka-bootstrap:9093', tls },
  });
  expect(codesOf(tested(file(stringify(workers()), 'yaml')).denied)).toEqual(['KFK-X079']);
  expect(codesOf(tested(file(stringify(workers({ trustedCertificates: [] })), 'yaml')).denied)).toEqual([]);
});

test('a policy of the network that somebody else wrote is nobody’s business here', async () => {
  const { test: tested } = await environment('dev');
  const policy = (labels: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'x', labels },
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 8080 }] }] },
  });
  const ours = { 'app.kubernetes.io/managed-by': 'kafka-platform-kit' };
  expect(codesOf(tested(file(stringify(policy(ours)), 'yaml')).denied)).toEqual(['KFK-B013']);
  expect(codesOf(tested(file(stringify(policy({})), 'yaml')).denied)).toEqual([]);
});

test.each([
  ['KFK-D001', ['delete']],
  ['KFK-D002', ['delete', 'create']],
])('%s: a plan that does %p to a topic is refused', async (code, actions) => {
  const { test: tested } = await environment('prod');
  const plan = (of: readonly string[]) =>
    file(
      JSON.stringify({
        planned_values: { root_module: {} },
        resource_changes: [
          { address: 'aws_msk_topic.x', type: 'aws_msk_topic', change: { actions: of, after_unknown: {} } },
        ],
      }),
      'json',
    );
  expect(codesOf(tested(plan(actions)).denied)).toEqual([code]);
  expect(tested(plan(['update'])).denied).toEqual([]);
});
