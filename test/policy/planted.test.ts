/**
 * A fault for each rule of the bundle, planted into what was synthesized: what the kit would refuse to write, or cannot
 * write at all. AWS and Azure are configuration (`cdk.tf.json`), not plans: their providers are not asked.
 */
import { readFileSync } from 'node:fs';
import { changed } from '../support/change';
import { codesOf } from './judged';
import { iamPolicy, keptEnvironment, spoiltFile } from './spoilt';

jest.setTimeout(600_000);

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
      'resource.aws_msk_cluster_policy.x.policy': iamPolicy({
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
      'resource.aws_iam_policy.inventory-service.policy': iamPolicy({
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
      'resource.aws_iam_policy.inventory-service.policy': iamPolicy({
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
  const { files, test: tested } = await keptEnvironment(name);
  const found = files.find((path) => path.includes(`/${stack}/cdk.tf.json`)) ?? '';
  const text = readFileSync(found, 'utf8');
  const before = tested(spoiltFile(text, 'json'));
  expect(codesOf([...before.denied, ...before.warned])).not.toContain(code);
  const after = tested(spoiltFile(JSON.stringify(changed(JSON.parse(text), changes)), 'json'));
  expect(codesOf([...after.denied, ...after.warned])).toContain(code);
});

test.each([
  ['KFK-D001', ['delete']],
  ['KFK-D002', ['delete', 'create']],
])('%s: a plan that does %p to a topic is refused', async (code, actions) => {
  const { test: tested } = await keptEnvironment('prod');
  const plan = (of: readonly string[]) =>
    spoiltFile(
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
