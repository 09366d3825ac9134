import type { TerraformStack } from 'cdktf';
import { MskClientSecurityGroup } from '../../../../constructs/terraform/msk/client-security-group';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import {
  MskConnectConnector,
  type MskConnectConnectorProps,
} from '../../../../constructs/terraform/msk-connect/connector';
import {
  MskConnectCustomPlugin,
  type MskConnectCustomPluginProps,
} from '../../../../constructs/terraform/msk-connect/custom-plugin';
import {
  MskConnectWorkerConfiguration,
  type MskConnectWorkerConfigurationProps,
} from '../../../../constructs/terraform/msk-connect/worker-configuration';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const placed = (place: (stack: TerraformStack) => void) =>
  resourcesOf(
    synthesized((stack) => {
      new MskProvider(stack, 'aws', { region: 'eu-west-1' });
      place(stack);
    }),
  );

describe('a custom plugin', () => {
  const least: MskConnectCustomPluginProps = { name: 'files', bucketArn: 'arn:aws:s3:::plugins', fileKey: 'a.zip' };
  const plugin = (props: Partial<MskConnectCustomPluginProps> = {}) =>
    placed((stack) => new MskConnectCustomPlugin(stack, 'files', { ...least, ...props })).get(
      'aws_mskconnect_custom_plugin.files',
    );
  const becomes = {
    name: expect.stringMatching(/^files-[0-9a-f]{8}$/),
    content_type: 'ZIP',
    location: { s3: { bucket_arn: 'arn:aws:s3:::plugins', file_key: 'a.zip' } },
    lifecycle: { create_before_destroy: true },
  };

  test('is made before another one goes', () => {
    expect(plugin()).toEqual(becomes);
  });

  test.each<[Partial<MskConnectCustomPluginProps>, object]>([
    [{ description: 'Files' }, { description: 'Files' }],
    [{ fileKey: 'a.JAR' }, { content_type: 'JAR', location: { s3: { ...becomes.location.s3, file_key: 'a.JAR' } } }],
    [
      { bucketArn: 'arn:aws:s3:::other' },
      { location: { s3: { bucket_arn: 'arn:aws:s3:::other', file_key: 'a.zip' } } },
    ],
    [{ objectVersion: '3' }, { location: { s3: { ...becomes.location.s3, object_version: '3' } } }],
  ])('%j becomes %j', (props, changed) => {
    expect(plugin(props)).toEqual({ ...becomes, ...changed });
  });

  test.each<Partial<MskConnectCustomPluginProps>>([
    { fileKey: 'b.zip' },
    { bucketArn: 'arn:aws:s3:::other' },
    { objectVersion: '3' },
  ])('%j has another name, and a description has not', (props) => {
    expect(plugin(props)?.name).not.toBe(plugin()?.name);
    expect(plugin({ description: 'Files' })?.name).toBe(plugin()?.name);
  });
});

describe('a worker configuration', () => {
  const least: MskConnectWorkerConfigurationProps = { name: 'json', properties: { 'key.converter': 'a.B' } };
  const configuration = (props: Partial<MskConnectWorkerConfigurationProps> = {}) =>
    placed((stack) => new MskConnectWorkerConfiguration(stack, 'json', { ...least, ...props })).get(
      'aws_mskconnect_worker_configuration.json',
    );

  test('is a properties file under a name of its own, made before another one goes', () => {
    expect(configuration()).toEqual({
      name: expect.stringMatching(/^json-[0-9a-f]{8}$/),
      properties_file_content: 'key.converter=a.B\n',
      lifecycle: { create_before_destroy: true },
    });
    expect(configuration({ description: 'JSON' })?.description).toBe('JSON');
  });

  test('with other properties is another one', () => {
    expect(configuration({ properties: { 'key.converter': 'a.C' } })?.name).not.toBe(configuration()?.name);
  });

  test('holds nothing that Terraform would take for an expression', () => {
    expect(configuration({ properties: { a: `\${b}` } })?.properties_file_content).toBe(`a=$\${b}\n`);
  });
});

describe('a connector', () => {
  const least: MskConnectConnectorProps = {
    connectorName: 'archive',
    kafkaConnectVersion: '3.7.x',
    workerCount: 1,
    connectorConfiguration: { 'connector.class': 'a.Sink' },
    bootstrapServers: 'b:9098',
    subnets: ['subnet-1'],
    securityGroups: ['sg-1'],
    customPlugins: [{ arn: 'arn:plugin', revision: 1 }],
    serviceExecutionRoleArn: 'arn:aws:iam::1:role/archive',
  };
  const connector = (props: Partial<MskConnectConnectorProps> = {}) =>
    placed((stack) => new MskConnectConnector(stack, 'archive', { ...least, ...props })).get(
      'aws_mskconnect_connector.archive',
    );
  const vpc = { subnets: ['subnet-1'], security_groups: ['sg-1'] };
  const becomes = {
    name: 'archive',
    kafkaconnect_version: '3.7.x',
    capacity: { provisioned_capacity: { worker_count: 1, mcu_count: 1 } },
    connector_configuration: { 'connector.class': 'a.Sink' },
    kafka_cluster: { apache_kafka_cluster: { bootstrap_servers: 'b:9098', vpc } },
    kafka_cluster_client_authentication: { authentication_type: 'IAM' },
    kafka_cluster_encryption_in_transit: { encryption_type: 'TLS' },
    plugin: [{ custom_plugin: { arn: 'arn:plugin', revision: 1 } }],
    service_execution_role_arn: 'arn:aws:iam::1:role/archive',
  };

  test('with the least that it needs says nothing that it was not given', () => {
    expect(connector()).toEqual(becomes);
  });

  test.each<[Partial<MskConnectConnectorProps>, string]>([
    [{ workerCount: 0 }, '0 workers are not within 1 and 10'],
    [{ workerCount: 11 }, '11 workers are not within 1 and 10'],
    [{ mcuCount: 3 }, 'a worker cannot have 3 units'],
  ])('%j is refused: %s', (props, problem) => {
    expect(() => connector(props)).toThrow(problem);
  });

  test.each([1, 10])('may have %d workers', (workerCount) => {
    expect(connector({ workerCount })).toMatchObject({
      capacity: { provisioned_capacity: { worker_count: workerCount } },
    });
  });

  test.each<[Partial<MskConnectConnectorProps>, object]>([
    [{ connectorName: 'keep' }, { name: 'keep' }],
    [{ description: 'Keeps' }, { description: 'Keeps' }],
    [{ kafkaConnectVersion: '2.7.1' }, { kafkaconnect_version: '2.7.1' }],
    [{ workerCount: 3 }, { capacity: { provisioned_capacity: { worker_count: 3, mcu_count: 1 } } }],
    [{ mcuCount: 2 }, { capacity: { provisioned_capacity: { worker_count: 1, mcu_count: 2 } } }],
    [{ connectorConfiguration: { 'tasks.max': '2' } }, { connector_configuration: { 'tasks.max': '2' } }],
    [{ bootstrapServers: 'c:9098' }, { kafka_cluster: { apache_kafka_cluster: { bootstrap_servers: 'c:9098', vpc } } }],
    [
      { subnets: ['subnet-2'], securityGroups: [] },
      {
        kafka_cluster: {
          apache_kafka_cluster: { bootstrap_servers: 'b:9098', vpc: { subnets: ['subnet-2'], security_groups: [] } },
        },
      },
    ],
    [
      { customPlugins: [{ arn: 'arn:other', revision: 2 }] },
      { plugin: [{ custom_plugin: { arn: 'arn:other', revision: 2 } }] },
    ],
    [
      { workerConfiguration: { arn: 'arn:worker', revision: 3 } },
      { worker_configuration: { arn: 'arn:worker', revision: 3 } },
    ],
    [{ serviceExecutionRoleArn: 'arn:aws:iam::1:role/b' }, { service_execution_role_arn: 'arn:aws:iam::1:role/b' }],
    [
      { logGroup: '/aws/a' },
      { log_delivery: { worker_log_delivery: { cloudwatch_logs: { enabled: true, log_group: '/aws/a' } } } },
    ],
  ])('%j becomes %j', (props, changed) => {
    expect(connector(props)).toEqual({ ...becomes, ...changed });
  });

  test('begins after what it needs besides', () => {
    const made = placed((stack) => {
      const { securityGroupId, rules } = new MskClientSecurityGroup(stack, 'workers', {
        name: 'workers',
        description: 'Workers',
        vpcId: 'vpc-1',
        brokerSecurityGroupId: 'sg-1',
        https: true,
      });
      new MskConnectConnector(stack, 'archive', { ...least, securityGroups: [securityGroupId], dependsOn: rules });
    });
    expect(made.get('aws_mskconnect_connector.archive')?.depends_on).toEqual([
      'aws_vpc_security_group_egress_rule.workers_iam',
      'aws_vpc_security_group_ingress_rule.workers_iam',
      'aws_vpc_security_group_egress_rule.workers_https',
    ]);
  });
});
