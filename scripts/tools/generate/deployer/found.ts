import type { DeployerActions } from './actions';

/** To find what other stacks made. */
export const foundActions: Readonly<Record<string, DeployerActions>> = {
  'data.aws_caller_identity': { actions: ['sts:GetCallerIdentity'], on: '*' },
  'data.aws_kms_alias': { actions: ['kms:DescribeKey', 'kms:ListAliases'], on: '*' },
  'data.aws_msk_bootstrap_brokers': { actions: ['kafka:GetBootstrapBrokers'], on: 'the cluster' },
  'data.aws_msk_broker_nodes': { actions: ['kafka:ListNodes'], on: 'the cluster' },
  'data.aws_msk_cluster': { actions: ['kafka:GetBootstrapBrokers', 'kafka:ListClusters'], on: '*' },
  'data.aws_partition': { actions: [], on: '' },
  'data.aws_region': { actions: [], on: '' },
  'data.aws_secretsmanager_secret': {
    actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy'],
    on: "connectors' secrets",
  },
  'data.aws_ssm_parameter': {
    actions: ['ssm:GetParameter'],
    on: 'arn:aws:ssm:<region>:<account>:parameter/kafka-clusters/<environment>/*',
  },
  'data.aws_subnet': { actions: ['ec2:DescribeSubnets'], on: '*' },
  'ephemeral.aws_secretsmanager_random_password': { actions: ['secretsmanager:GetRandomPassword'], on: '*' },
};
