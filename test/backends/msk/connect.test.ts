import { serviceOf } from '../../../backends/terraform';
import type { Resolved } from '../../../model/resolved';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { arnsOf, policiesOf } from '../../support/granted';
import { allows } from '../../support/iam-evaluator';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { brokersAt, mskCluster } from './cluster';
import { connect } from './services.cases';

const described = (changes: object = {}) =>
  changed<Description>(
    small,
    connect({
      'platform.connectors.archive.secrets': { 'access.key': { secret: 'archive-store', key: 'key' } },
      'platform.connectors.archive.consumes': { 'orders.created': { deadLetter: { attempts: 2 } } },
      ...changes,
    }),
  );
const outputOf = (resolved: Resolved) =>
  synthesized((stack) => {
    for (const service of resolved.services) serviceOf(service).place(stack, service, resolved);
  });
const made = (changes: object = {}) => resourcesOf(outputOf(resolve(described(changes))));
const connector = (changes: object = {}) => made(changes).get('aws_mskconnect_connector.pipeline-archive');
const told = (changes: object) =>
  compileDescription(described(changes)).problems.map(({ code, path, problem }) => `${code} ${path}: ${problem}`);

describe('a connector in MSK Connect', () => {
  test('has workers of its own, its plugin, IAM and TLS, and logs', () => {
    expect(connector()).toMatchObject({
      name: 'test-pipeline-archive',
      kafkaconnect_version: '3.7.x',
      capacity: { provisioned_capacity: { worker_count: 2, mcu_count: 1 } },
      kafka_cluster_client_authentication: { authentication_type: 'IAM' },
      kafka_cluster_encryption_in_transit: { encryption_type: 'TLS' },
      kafka_cluster: {
        apache_kafka_cluster: {
          bootstrap_servers: `\${${brokersAt(9098)}}`,
          vpc: { subnets: mskCluster.network.subnets, security_groups: [`\${aws_security_group.pipeline.id}`] },
        },
      },
      plugin: [{ custom_plugin: { arn: `\${aws_mskconnect_custom_plugin.files.arn}` } }],
      log_delivery: { worker_log_delivery: { cloudwatch_logs: { enabled: true } } },
      service_execution_role_arn: `\${aws_iam_role.pipeline-archive.arn}`,
    });
  });

  test('begins once its role may do everything and brokers and services can be reached', () => {
    expect(connector()?.depends_on).toEqual([
      'aws_iam_role_policy_attachment.pipeline-archive',
      'aws_vpc_security_group_egress_rule.pipeline_iam',
      'aws_vpc_security_group_ingress_rule.pipeline_iam',
      'aws_vpc_security_group_egress_rule.pipeline_https',
    ]);
  });

  test.each<[object, object]>([
    [
      { 'connectClusters.pipeline.instances': 3, 'connectClusters.pipeline.capacityUnits': 4 },
      { capacity: { provisioned_capacity: { worker_count: 3, mcu_count: 4 } } },
    ],
    [{ 'platform.connectors.archive.tasks': 4 }, { connector_configuration: { 'tasks.max': '4' } }],
    [{ 'platform.connectors.archive.description': 'Keeps orders' }, { description: 'Keeps orders' }],
    [
      { 'connectClusters.pipeline.securityGroups': ['sg-0000000d'] },
      {
        kafka_cluster: {
          apache_kafka_cluster: { vpc: { security_groups: [`\${aws_security_group.pipeline.id}`, 'sg-0000000d'] } },
        },
      },
    ],
  ])('%j becomes %j', (changes, becomes) => {
    expect(connector(changes)).toMatchObject(becomes);
  });

  test('refers to secrets as its workers read them, and Terraform takes no reference for an expression of its own', () => {
    const { connector_configuration } = connector({
      'platform.connectors.archive.config': { 'topics.dir': `orders/\${topic}` },
    }) as { connector_configuration: Record<string, string> };
    expect(connector_configuration).toMatchObject({
      'access.key': `$\${secretsmanager:archive-store:key}`,
      'topics.dir': `orders/$\${topic}`,
      'config.action.reload': 'none',
    });
  });

  test('without secrets has no provider of values, and is not told to keep running', () => {
    const changes = { 'platform.connectors.archive.secrets': {} };
    const worker = made(changes).get('aws_mskconnect_worker_configuration.pipeline-archive');
    expect(connector(changes)?.connector_configuration).not.toHaveProperty(['config.action.reload']);
    expect(worker?.properties_file_content).not.toContain('config.providers');
    expect(made().get('aws_mskconnect_worker_configuration.pipeline-archive')?.properties_file_content).toContain(
      'config.providers.secretsmanager.param.region=eu-west-1',
    );
  });

  test('keeps its positions under a name that stays when it is made anew', () => {
    const worker = made().get('aws_mskconnect_worker_configuration.pipeline-archive');
    expect(worker?.properties_file_content).toContain('offset.storage.topic=connect-offsets.pipeline-archive.internal');
  });

  test('has another plugin when its file has another version, and another configuration when that changes', () => {
    const names = (changes: object) => {
      const all = made(changes);
      return ['aws_mskconnect_custom_plugin.files', 'aws_mskconnect_worker_configuration.pipeline-archive'].map(
        (address) => all.get(address)?.name,
      );
    };
    const [plugin, worker] = names({});
    expect(names({})).toEqual([plugin, worker]);
    const [otherPlugin, sameWorker] = names({ 'connectClusters.pipeline.pluginObjects.files.version': '2' });
    expect([otherPlugin === plugin, sameWorker === worker]).toEqual([false, true]);
    const [samePlugin, otherWorker] = names({
      'connectClusters.pipeline.config': { 'offset.flush.interval.ms': 5000 },
    });
    expect([samePlugin === plugin, otherWorker === worker]).toEqual([true, false]);
  });

  test("is let in by the brokers' own security group, on the port of IAM alone", () => {
    const rules = [...made()].filter(([address]) => address.includes('_ingress_rule.'));
    expect(rules).toEqual([
      [
        'aws_vpc_security_group_ingress_rule.pipeline_iam',
        expect.objectContaining({
          from_port: 9098,
          to_port: 9098,
          referenced_security_group_id: `\${aws_security_group.pipeline.id}`,
        }),
      ],
    ]);
  });

  test('beside a cluster that exists stands where its brokers are', () => {
    const output = outputOf(
      resolve(described({ 'clusters.main': { backend: 'msk', region: 'eu-west-1', existing: 'shared' } })),
    );
    expect(output).toMatchObject({ data: { aws_msk_cluster: { main: { cluster_name: 'shared' } } } });
    expect(JSON.stringify(resourcesOf(output).get('aws_mskconnect_connector.pipeline-archive'))).toContain(
      'broker_node_group_info[0].client_subnets',
    );
    expect(resourcesOf(output).get('aws_security_group.pipeline')).toMatchObject({
      vpc_id: `\${data.aws_subnet.main.vpc_id}`,
    });
  });

  test('has clients of its own, as a schema history has, that sign in by IAM', () => {
    const changes = {
      'platform.topics[shop.history]': { owner: 'orders', partitions: 1, retention: 'unlimited' },
      'platform.connectors.archive': {
        owner: 'orders',
        plugin: 'files',
        class: 'io.debezium.connector.mysql.MySqlConnector',
        produces: { 'orders.created': {} },
        schemaHistory: 'shop.history',
        config: { 'topic.prefix': 'shop' },
      },
    };
    expect(connector(changes)?.connector_configuration).toMatchObject({
      'schema.history.internal.kafka.bootstrap.servers': `\${${brokersAt(9098)}}`,
      'schema.history.internal.producer.sasl.mechanism': 'AWS_MSK_IAM',
      'schema.history.internal.consumer.sasl.client.callback.handler.class':
        'software.amazon.msk.auth.iam.IAMClientCallbackHandler',
    });
  });
});

describe('the role of a connector', () => {
  const output = outputOf(resolve(described()));
  const arns = arnsOf('test-main');
  const policies = policiesOf(output, 'pipeline-archive', arns);
  const on = (type: string, name: string) => `${arns.cluster.replace(':cluster/', `:${type}/`)}/${name}`;
  const may = (action: string, resource: string, context?: Record<string, string>) =>
    allows(policies, { action, resource, context });
  const secret = arns.of('data.aws_secretsmanager_secret.pipeline-archive_archive-store');

  test('may read what it consumes, write its dead letter, and use what MSK Connect makes for it', () => {
    expect([
      may('kafka-cluster:Connect', arns.cluster),
      may('kafka-cluster:DescribeCluster', arns.cluster),
      may('kafka-cluster:ReadData', on('topic', 'orders.created')),
      may('kafka-cluster:AlterGroup', on('group', 'connect-test-pipeline-archive')),
      may('kafka-cluster:WriteData', on('topic', 'orders.created.connect-archive.dlq')),
      may('kafka-cluster:CreateTopic', on('topic', '__amazon_msk_connect_configs_test-pipeline-archive_1-2')),
      may('kafka-cluster:WriteData', on('topic', '__amazon_msk_connect_status_test-pipeline-archive_1-2')),
      may('kafka-cluster:ReadData', on('topic', 'connect-offsets.pipeline-archive.internal')),
      may('secretsmanager:GetSecretValue', secret),
      may('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/a', { 'kms:EncryptionContext:SecretARN': secret }),
    ]).toEqual(Array(10).fill(true));
  });

  test('may do nothing of another connector, of an application, or with another secret', () => {
    expect([
      may('kafka-cluster:WriteData', on('topic', 'orders.created')),
      may('kafka-cluster:CreateTopic', on('topic', 'orders.created.connect-archive.dlq')),
      may('kafka-cluster:ReadData', on('topic', '__amazon_msk_connect_configs_test-pipeline-other_1-2')),
      may('kafka-cluster:ReadData', on('topic', 'connect-offsets.pipeline-other.internal')),
      may('kafka-cluster:AlterGroup', on('group', 'billing')),
      may('kafka-cluster:AlterGroup', on('group', 'connect-test-pipeline-other')),
      may('kafka-cluster:AlterCluster', arns.cluster),
      may('secretsmanager:GetSecretValue', arns.of('data.aws_secretsmanager_secret.other')),
      may('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/a'),
      may('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/a', {
        'kms:EncryptionContext:SecretARN': 'arn:other',
      }),
      may('ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/kafka/test/main/shop'),
    ]).toEqual(Array(11).fill(false));
  });

  test('is taken by MSK Connect for this connector, and by nobody else', () => {
    const role = resourcesOf(output).get('aws_iam_role.pipeline-archive');
    expect(JSON.parse(String(role?.assume_role_policy)).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'kafkaconnect.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': expect.stringContaining('account_id') },
          ArnLike: {
            'aws:SourceArn': expect.stringMatching(
              /^arn:aws:kafkaconnect:eu-west-1:.*:connector\/test-pipeline-archive\/\*$/,
            ),
          },
        },
      },
    ]);
  });
});

describe('a Connect cluster on Amazon MSK', () => {
  test('without connectors is an empty stack: what it ran is taken back', () => {
    const resolved = resolve(
      described({ 'platform.connectors': {}, 'platform.plugins': {}, 'connectClusters.pipeline.pluginObjects': {} }),
    );
    expect(resolved.services.map(({ name }) => name)).toEqual(['test-pipeline--connect']);
    expect(resourcesOf(outputOf(resolved)).size).toBe(0);
  });

  test.each<[object, string]>([
    [
      { 'connectClusters.pipeline.authentication': 'scram-sha-512' },
      "KFK-C012 connectClusters.pipeline.authentication: 'scram-sha-512' is given where MSK Connect reaches its cluster by IAM alone",
    ],
    [
      { 'clusters.main': { ...mskCluster, authentication: ['scram-sha-512'] } },
      "KFK-C012 connectClusters.pipeline.cluster: 'main' lets applications use scram-sha-512, and MSK Connect knows IAM alone",
    ],
    [
      { 'connectClusters.pipeline.rack': 'topology.kubernetes.io/zone' },
      'KFK-C046 connectClusters.pipeline.rack: what runs connectors beside a cluster on msk knows no rack',
    ],
    [
      { 'connectClusters.pipeline.exactlyOnce': true },
      'KFK-C046 connectClusters.pipeline.exactlyOnce: what runs connectors beside a cluster on msk knows no exactlyOnce',
    ],
    [
      { 'connectClusters.pipeline.pluginObjects': {} },
      "KFK-C027 connectors.archive.plugin: 'pipeline' does not say where 'files' is",
    ],
    [
      { 'connectClusters.pipeline.pluginObjects.flies': { bucket: 'plugins', key: 'flies.zip' } },
      "KFK-C015 connectClusters.pipeline.pluginObjects.flies: the platform has no plugin 'flies'",
    ],
    [
      { 'connectClusters.pipeline.config': { 'offset.storage.topic': 'mine' } },
      "KFK-K382 connectClusters.pipeline.config['offset.storage.topic']: the kit decides 'offset.storage.topic'",
    ],
    [
      { 'connectClusters.pipeline.config': { 'sasl.mechanism': 'PLAIN' } },
      "KFK-K382 connectClusters.pipeline.config['sasl.mechanism']: MSK Connect lets nobody say 'sasl.mechanism' to workers",
    ],
  ])('%j is refused with the reason', (changes, problem) => {
    expect(told(changes)).toEqual([problem]);
  });
});
