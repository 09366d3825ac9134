import { Token } from 'cdktf';
import { MskCluster, type MskClusterProps } from '../../../../constructs/terraform/msk/cluster';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import { change } from '../../../support/change';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const least: MskClusterProps = {
  clusterName: 'prod-main',
  kafkaVersion: '3.9.x.kraft',
  numberOfBrokerNodes: 3,
  instanceType: 'kafka.m7g.large',
  volumeSize: 100,
  vpcId: 'vpc-1',
  clientSubnets: ['subnet-a', 'subnet-b', 'subnet-c'],
  clientSecurityGroupIds: { applications: 'sg-1' },
};
const outputOf = (props: Partial<MskClusterProps> = {}) =>
  synthesized((stack) => {
    new MskProvider(stack, 'aws', { region: 'eu-west-1' });
    new MskCluster(stack, 'main', { ...least, ...props });
  });
const made = (props: Partial<MskClusterProps> = {}) => Object.fromEntries(resourcesOf(outputOf(props)));

test('the least that it needs makes a closed, encrypted, watched cluster', () => {
  expect(made()['aws_msk_cluster.main']).toEqual({
    cluster_name: 'prod-main',
    kafka_version: '3.9.x.kraft',
    number_of_broker_nodes: 3,
    enhanced_monitoring: 'PER_BROKER',
    broker_node_group_info: {
      instance_type: 'kafka.m7g.large',
      client_subnets: ['subnet-a', 'subnet-b', 'subnet-c'],
      security_groups: [`\${aws_security_group.main.id}`],
      storage_info: { ebs_storage_info: { volume_size: 100 } },
    },
    client_authentication: { unauthenticated: false, sasl: { iam: true, scram: false } },
    configuration_info: {
      arn: `\${aws_msk_configuration.main.arn}`,
      revision: `\${aws_msk_configuration.main.latest_revision}`,
    },
    encryption_info: {
      encryption_at_rest_kms_key_arn: `\${aws_kms_key.main.arn}`,
      encryption_in_transit: { client_broker: 'TLS', in_cluster: true },
    },
    logging_info: {
      broker_logs: { cloudwatch_logs: { enabled: true, log_group: `\${aws_cloudwatch_log_group.main.name}` } },
    },
    open_monitoring: {
      prometheus: { jmx_exporter: { enabled_in_broker: true }, node_exporter: { enabled_in_broker: true } },
    },
    lifecycle: { prevent_destroy: true },
  });
});

const cluster = 'aws_msk_cluster.main';
test.each<[Partial<MskClusterProps>, string, readonly (string | number)[], unknown]>([
  [{ clusterName: 'prod-eu' }, cluster, ['cluster_name'], 'prod-eu'],
  [{ kafkaVersion: '4.0.x.kraft' }, cluster, ['kafka_version'], '4.0.x.kraft'],
  [{ numberOfBrokerNodes: 6 }, cluster, ['number_of_broker_nodes'], 6],
  [{ instanceType: 'kafka.m5.large' }, cluster, ['broker_node_group_info', 'instance_type'], 'kafka.m5.large'],
  [{ volumeSize: 200 }, cluster, ['broker_node_group_info', 'storage_info', 'ebs_storage_info', 'volume_size'], 200],
  [{ vpcId: 'vpc-2' }, 'aws_security_group.main', ['vpc_id'], 'vpc-2'],
  [{ clientSubnets: ['a', 'b', 'c'] }, cluster, ['broker_node_group_info', 'client_subnets'], ['a', 'b', 'c']],
  [
    { clientSecurityGroupIds: { applications: 'sg-2' } },
    'aws_vpc_security_group_ingress_rule.main_iam_applications',
    ['referenced_security_group_id'],
    'sg-2',
  ],
  [{ iam: false, scram: true }, cluster, ['client_authentication', 'sasl'], { iam: false, scram: true }],
  [
    { certificateAuthorityArns: ['arn:ca'] },
    cluster,
    ['client_authentication', 'tls'],
    { certificate_authority_arns: ['arn:ca'] },
  ],
  [{ enhancedMonitoring: 'DEFAULT' }, cluster, ['enhanced_monitoring'], 'DEFAULT'],
  [{ logRetentionInDays: 30 }, 'aws_cloudwatch_log_group.main', ['retention_in_days'], 30],
  [{ preventDestroy: false }, cluster, ['lifecycle'], undefined],
  [{ preventDestroy: false }, 'aws_kms_key.main', ['lifecycle'], undefined],
])('%j changes %s at %j to %j', (props, address, path, value) => {
  const without = made()[address];
  expect(made(props)[address]).toEqual(change(without, path, value));
});

test.each<[Partial<MskClusterProps>, string]>([
  [{ clientSubnets: ['a'] }, 'two or three different subnets are needed; given: a'],
  [{ numberOfBrokerNodes: 4 }, '4 brokers do not spread evenly over 3 subnets'],
  [{ volumeSize: 16385 }, '16385 GiB is no disk that MSK has'],
])('%j is refused before Terraform is asked', (props, problem) => {
  expect(() => outputOf(props)).toThrow(problem);
});

test('subnets that only Terraform knows are left to it', () => {
  expect(() => outputOf({ clientSubnets: Token.asList({ resolve: () => `\${var.subnets}` }) })).not.toThrow();
});

test('monitoring reaches the exporters by rules of its own', () => {
  const added = (props: Partial<MskClusterProps>) => Object.keys(made(props)).filter((address) => !(address in made()));
  expect(added({ monitoringSecurityGroupIds: { prometheus: 'sg-3' } })).toEqual([
    'aws_vpc_security_group_ingress_rule.main_jmx-exporter_prometheus',
    'aws_vpc_security_group_ingress_rule.main_node-exporter_prometheus',
  ]);
});

test('passwords have a key of their own, and no cluster without passwords has it', () => {
  expect(made()).not.toHaveProperty(['aws_kms_alias.main_secrets']);
  expect(made({ scram: true })['aws_kms_alias.main_secrets']).toMatchObject({ name: 'alias/prod-main-kafka-secrets' });
});

test('keys rotate, and CloudWatch may use the first for the logs of this cluster alone', () => {
  const { 'aws_kms_key.main': key, 'aws_kms_key.main_secrets': secrets } = made({ scram: true });
  expect(key).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 30 });
  expect(key?.policy).toContain(':log-group:/aws/msk/prod-main"');
  expect(secrets?.policy).not.toContain('logs.');
});

test('a setting of brokers is said once, and what is given wins over what keeps records', () => {
  const text = made({ serverProperties: { 'min.insync.replicas': '1', 'log.roll.ms': '5' } })[
    'aws_msk_configuration.main'
  ]?.server_properties;
  expect(String(text).match(/^min\.insync\.replicas=.*$/gm)).toEqual(['min.insync.replicas=1']);
  expect(text).toContain('log.roll.ms=5\n');
});

test('another version of Kafka is another configuration, made before the old one goes', () => {
  const { 'aws_msk_configuration.main': old } = made();
  const { 'aws_msk_configuration.main': next } = made({ kafkaVersion: '4.0.x.kraft' });
  expect([old?.name, next?.name]).toEqual(['prod-main-3-9-x-kraft', 'prod-main-4-0-x-kraft']);
  expect(next).toMatchObject({ kafka_versions: ['4.0.x.kraft'], lifecycle: { create_before_destroy: true } });
});

test('the provider is one that has every resource of this folder', () => {
  expect(outputOf().terraform.required_providers).toEqual({ aws: { source: 'hashicorp/aws', version: '6.66.0' } });
});
