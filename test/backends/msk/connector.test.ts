import { resolve } from '../../support/describe';
import { resourcesOf } from '../../support/synthesize';
import { brokersAt, mskCluster } from './cluster';
import { described, outputOf } from './connect';

const made = (changes: object = {}) => resourcesOf(outputOf(resolve(described(changes))));
const connector = (changes: object = {}) => made(changes).get('aws_mskconnect_connector.pipeline-archive');

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
