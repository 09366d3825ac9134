import type { MskClusterProps } from '../../../../constructs/terraform/msk/cluster';
import { change } from '../../../support/change';
import { cluster, made } from './cluster';

const logs = ['logging_info', 'broker_logs'] as const;
const disk = ['broker_node_group_info', 'storage_info', 'ebs_storage_info'] as const;
const connectivity = ['broker_node_group_info', 'connectivity_info'] as const;
const exporters = ['open_monitoring', 'prometheus'] as const;
test.each<[Partial<MskClusterProps>, string, readonly (string | number)[], unknown]>([
  [{ clusterName: 'prod-eu' }, cluster, ['cluster_name'], 'prod-eu'],
  [{ kafkaVersion: '4.0.x.kraft' }, cluster, ['kafka_version'], '4.0.x.kraft'],
  [{ numberOfBrokerNodes: 6 }, cluster, ['number_of_broker_nodes'], 6],
  [{ instanceType: 'kafka.m5.large' }, cluster, ['broker_node_group_info', 'instance_type'], 'kafka.m5.large'],
  [{ volumeSize: 200 }, cluster, [...disk, 'volume_size'], 200],
  [{ storageMode: 'TIERED' }, cluster, ['storage_mode'], 'TIERED'],
  [
    { vpcConnectivity: ['iam', 'tls'] },
    cluster,
    [...connectivity, 'vpc_connectivity'],
    { client_authentication: { sasl: { iam: true, scram: false }, tls: true } },
  ],
  [
    { publicCidrBlocks: ['198.51.100.0/24'] },
    cluster,
    [...connectivity, 'public_access', 'type'],
    'SERVICE_PROVIDED_EIPS',
  ],
  [{ encryptionKeyArn: 'arn:key' }, cluster, ['encryption_info', 'encryption_at_rest_kms_key_arn'], 'arn:key'],
  [{ encryptionKeyArn: 'arn:key' }, 'aws_cloudwatch_log_group.main', ['kms_key_id'], '${aws_kms_key.main_logs.arn}'],
  [{ logRetentionInDays: 0 }, cluster, [...logs, 'cloudwatch_logs'], { enabled: false }],
  [{ logBucket: 'logs' }, cluster, [...logs, 's3'], { enabled: true, bucket: 'logs' }],
  [{ logDeliveryStream: 'stream' }, cluster, [...logs, 'firehose'], { enabled: true, delivery_stream: 'stream' }],
  [
    { openMonitoring: false },
    cluster,
    [...exporters],
    { jmx_exporter: { enabled_in_broker: false }, node_exporter: { enabled_in_broker: false } },
  ],
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
