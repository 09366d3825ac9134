import type { DeployerActions } from './actions';
import { tagged } from './actions';

/** To make what MSK Connect, MSK Replicator and Glue run. */
export const serviceActions: Readonly<Record<string, DeployerActions>> = {
  aws_glue_registry: {
    actions: [
      'glue:CreateRegistry',
      'glue:DeleteRegistry',
      'glue:GetRegistry',
      'glue:GetTags',
      'glue:UpdateRegistry',
      ...tagged('glue'),
    ],
    on: 'the registries',
  },
  aws_glue_schema: {
    actions: [
      'glue:CreateSchema',
      'glue:DeleteSchema',
      'glue:GetSchema',
      'glue:GetSchemaVersion',
      'glue:GetTags',
      'glue:RegisterSchemaVersion',
      'glue:UpdateSchema',
      ...tagged('glue'),
    ],
    on: 'the registries and their schemas; versions: *',
  },
  aws_msk_replicator: {
    actions: [
      'kafka:CreateReplicator',
      'kafka:DeleteReplicator',
      'kafka:DescribeReplicator',
      'kafka:ListTagsForResource',
      'kafka:UpdateReplicationInfo',
      ...tagged('kafka'),
      'ec2:CreateNetworkInterface',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
      'iam:CreateServiceLinkedRole',
      'iam:PassRole',
      'kafka:DescribeClusterV2',
      'kafka:GetBootstrapBrokers',
    ],
    on: 'the replicator, both clusters, and its role',
  },
  aws_mskconnect_connector: {
    actions: [
      'kafkaconnect:CreateConnector',
      'kafkaconnect:DeleteConnector',
      'kafkaconnect:DescribeConnector',
      'kafkaconnect:DescribeConnectorOperation',
      'kafkaconnect:ListTagsForResource',
      'kafkaconnect:UpdateConnector',
      ...tagged('kafkaconnect'),
      'ec2:CreateNetworkInterface',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
      'iam:CreateServiceLinkedRole',
      'iam:PassRole',
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
    ],
    on: '*; iam:PassRole on its role',
  },
  aws_mskconnect_custom_plugin: {
    actions: [
      'kafkaconnect:CreateCustomPlugin',
      'kafkaconnect:DeleteCustomPlugin',
      'kafkaconnect:DescribeCustomPlugin',
      'kafkaconnect:ListTagsForResource',
      ...tagged('kafkaconnect'),
      's3:GetObject',
      's3:GetObjectVersion',
    ],
    on: '*; the object in S3',
  },
  aws_mskconnect_worker_configuration: {
    actions: [
      'kafkaconnect:CreateWorkerConfiguration',
      'kafkaconnect:DeleteWorkerConfiguration',
      'kafkaconnect:DescribeWorkerConfiguration',
      'kafkaconnect:ListTagsForResource',
      ...tagged('kafkaconnect'),
    ],
    on: '*',
  },
};
