import type { DeployerActions } from './actions';
import { tagged } from './actions';

/**
 * What MSK does in the name of whoever makes a cluster: of the managed policy AmazonMSKFullAccess (version 7), and for
 * objects in a bucket https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html. Both read 2026-11-21.
 */
const inTheName = [
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcAttribute',
  'ec2:DescribeVpcEndpoints',
  'ec2:DescribeVpcs',
  'iam:CreateServiceLinkedRole',
  'kms:CreateGrant',
  'kms:DescribeKey',
];
const deliversLogs = [
  'firehose:TagDeliveryStream',
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  's3:GetBucketPolicy',
  's3:PutBucketPolicy',
];
const readsCluster = ['kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers', 'kafka:ListTagsForResource'];

/** To make clusters, with their keys, logs, networks and authorities. */
export const clusterActions: Readonly<Record<string, DeployerActions>> = {
  aws_acmpca_certificate: {
    actions: ['acm-pca:GetCertificate', 'acm-pca:IssueCertificate', 'acm-pca:RevokeCertificate'],
    on: 'the authority',
  },
  aws_acmpca_certificate_authority: {
    actions: [
      'acm-pca:CreateCertificateAuthority',
      'acm-pca:DeleteCertificateAuthority',
      'acm-pca:DescribeCertificateAuthority',
      'acm-pca:GetCertificateAuthorityCertificate',
      'acm-pca:GetCertificateAuthorityCsr',
      'acm-pca:ListTags',
      'acm-pca:TagCertificateAuthority',
      'acm-pca:UntagCertificateAuthority',
      'acm-pca:UpdateCertificateAuthority',
    ],
    on: '*, the authority once it exists',
  },
  aws_acmpca_certificate_authority_certificate: {
    actions: ['acm-pca:GetCertificateAuthorityCertificate', 'acm-pca:ImportCertificateAuthorityCertificate'],
    on: 'the authority',
  },
  aws_appautoscaling_policy: {
    actions: [
      'application-autoscaling:DeleteScalingPolicy',
      'application-autoscaling:DescribeScalingPolicies',
      'application-autoscaling:PutScalingPolicy',
      'cloudwatch:DeleteAlarms',
      'cloudwatch:DescribeAlarms',
      'cloudwatch:PutMetricAlarm',
    ],
    on: '*',
  },
  aws_appautoscaling_target: {
    actions: [
      'application-autoscaling:DeregisterScalableTarget',
      'application-autoscaling:DescribeScalableTargets',
      'application-autoscaling:ListTagsForResource',
      'application-autoscaling:RegisterScalableTarget',
      ...tagged('application-autoscaling'),
      'iam:CreateServiceLinkedRole',
    ],
    on: '*',
  },
  aws_cloudwatch_log_group: {
    actions: [
      'logs:AssociateKmsKey',
      'logs:CreateLogGroup',
      'logs:DeleteLogGroup',
      'logs:DescribeLogGroups',
      'logs:ListTagsForResource',
      'logs:PutRetentionPolicy',
      ...tagged('logs'),
    ],
    on: 'arn:aws:logs:<region>:<account>:log-group:/aws/msk*',
  },
  aws_kms_alias: {
    actions: ['kms:CreateAlias', 'kms:DeleteAlias', 'kms:ListAliases', 'kms:UpdateAlias'],
    on: 'arn:aws:kms:<region>:<account>:alias/<environment>-<cluster>-kafka-*, and the keys',
  },
  aws_kms_key: {
    actions: [
      'kms:CreateKey',
      'kms:DescribeKey',
      'kms:EnableKeyRotation',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      'kms:ListResourceTags',
      'kms:PutKeyPolicy',
      'kms:ScheduleKeyDeletion',
      ...tagged('kms'),
      'kms:UpdateKeyDescription',
    ],
    on: '*, the keys once they exist',
  },
  aws_msk_cluster: {
    actions: [
      'kafka:CreateCluster',
      'kafka:DeleteCluster',
      'kafka:DescribeClusterOperation',
      'kafka:GetCompatibleKafkaVersions',
      'kafka:UpdateBrokerCount',
      'kafka:UpdateBrokerStorage',
      'kafka:UpdateBrokerType',
      'kafka:UpdateClusterConfiguration',
      'kafka:UpdateClusterKafkaVersion',
      'kafka:UpdateConnectivity',
      'kafka:UpdateMonitoring',
      'kafka:UpdateRebalancing',
      'kafka:UpdateSecurity',
      'kafka:UpdateStorage',
      ...readsCluster,
      ...tagged('kafka'),
      ...inTheName,
      ...deliversLogs,
    ],
    on: 'arn:aws:kafka:<region>:<account>:cluster/<environment>-<cluster>/*; the bucket of its logs; ec2, firehose, iam and logs: *',
  },
  aws_msk_cluster_policy: {
    actions: ['kafka:DeleteClusterPolicy', 'kafka:GetClusterPolicy', 'kafka:PutClusterPolicy'],
    on: 'the cluster',
  },
  aws_msk_configuration: {
    actions: [
      'kafka:CreateConfiguration',
      'kafka:DeleteConfiguration',
      'kafka:DescribeConfiguration',
      'kafka:DescribeConfigurationRevision',
      'kafka:UpdateConfiguration',
    ],
    on: '*',
  },
  aws_msk_serverless_cluster: {
    actions: [
      'kafka:CreateClusterV2',
      'kafka:DeleteCluster',
      ...readsCluster,
      ...tagged('kafka'),
      'ec2:CreateTags',
      'ec2:CreateVpcEndpoint',
      'ec2:DeleteVpcEndpoints',
      ...inTheName,
    ],
    on: 'arn:aws:kafka:<region>:<account>:cluster/<environment>-<cluster>/*; ec2 and iam: *',
  },
  aws_security_group: {
    actions: [
      'ec2:CreateSecurityGroup',
      'ec2:CreateTags',
      'ec2:DeleteSecurityGroup',
      'ec2:DeleteTags',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:RevokeSecurityGroupEgress',
    ],
    on: '*',
  },
  aws_vpc_security_group_egress_rule: {
    actions: [
      'ec2:AuthorizeSecurityGroupEgress',
      'ec2:CreateTags',
      'ec2:DeleteTags',
      'ec2:DescribeSecurityGroupRules',
      'ec2:ModifySecurityGroupRules',
      'ec2:RevokeSecurityGroupEgress',
    ],
    on: '*',
  },
  aws_vpc_security_group_ingress_rule: {
    actions: [
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:CreateTags',
      'ec2:DeleteTags',
      'ec2:DescribeSecurityGroupRules',
      'ec2:ModifySecurityGroupRules',
      'ec2:RevokeSecurityGroupIngress',
    ],
    on: '*',
  },
};
