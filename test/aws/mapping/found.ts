import type { Mapping } from '../requests';

/** What is looked up: data sources, each with the request by which the provider finds it. */
export const found: Readonly<Record<string, Mapping>> = {
  'data.aws_msk_cluster': {
    calls: [{ service: 'kafka', operation: 'ListClusters', members: { cluster_name: 'ClusterNameFilter' } }],
  },
  'data.aws_msk_bootstrap_brokers': {
    calls: [{ service: 'kafka', operation: 'GetBootstrapBrokers', members: { cluster_arn: 'ClusterArn' } }],
  },
  'data.aws_msk_broker_nodes': {
    calls: [{ service: 'kafka', operation: 'ListNodes', members: { cluster_arn: 'ClusterArn' } }],
  },
  'data.aws_kms_alias': {
    calls: [{ service: 'kms', operation: 'DescribeKey', members: { name: 'KeyId' } }],
  },
  'data.aws_secretsmanager_secret': {
    calls: [{ service: 'secretsmanager', operation: 'DescribeSecret', members: { name: 'SecretId', arn: 'SecretId' } }],
  },
  'data.aws_ssm_parameter': {
    calls: [
      { service: 'ssm', operation: 'GetParameter', members: { name: 'Name', with_decryption: 'WithDecryption' } },
    ],
  },
  'data.aws_subnet': {
    calls: [
      {
        service: 'ec2',
        operation: 'DescribeSubnets',
        members: { id: { to: 'SubnetIds', as: (id: string) => [id] } },
      },
    ],
  },
  'data.aws_caller_identity': { calls: [{ service: 'sts', operation: 'GetCallerIdentity', members: {} }] },
};
