import type { DeployerActions } from './actions';
import { tagged } from './actions';

/** To make topics, applications' policies and roles, users and connections. */
export const accessActions: Readonly<Record<string, DeployerActions>> = {
  aws_eks_pod_identity_association: {
    actions: [
      'eks:CreatePodIdentityAssociation',
      'eks:DeletePodIdentityAssociation',
      'eks:DescribePodIdentityAssociation',
      'eks:ListPodIdentityAssociations',
      'eks:UpdatePodIdentityAssociation',
      ...tagged('eks'),
      'iam:GetRole',
      'iam:PassRole',
    ],
    on: 'the EKS cluster and its associations; the roles',
  },
  aws_iam_policy: {
    actions: [
      'iam:CreatePolicy',
      'iam:CreatePolicyVersion',
      'iam:DeletePolicy',
      'iam:DeletePolicyVersion',
      'iam:GetPolicy',
      'iam:GetPolicyVersion',
      'iam:ListPolicyVersions',
      'iam:TagPolicy',
      'iam:UntagPolicy',
    ],
    on: 'arn:aws:iam::<account>:policy/<environment>-<cluster>-*',
  },
  aws_iam_role: {
    actions: [
      'iam:CreateRole',
      'iam:DeleteRole',
      'iam:GetRole',
      'iam:ListAttachedRolePolicies',
      'iam:ListInstanceProfilesForRole',
      'iam:ListRolePolicies',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateRole',
    ],
    on: 'arn:aws:iam::<account>:role/<environment>-<cluster>-*',
  },
  aws_iam_role_policy_attachment: {
    actions: ['iam:AttachRolePolicy', 'iam:DetachRolePolicy', 'iam:ListAttachedRolePolicies'],
    on: 'the roles, those that exist too; bound by iam:PolicyARN to the policies above',
  },
  aws_msk_single_scram_secret_association: {
    actions: [
      'kafka:BatchAssociateScramSecret',
      'kafka:BatchDisassociateScramSecret',
      'kafka:ListScramSecrets',
      'kms:CreateGrant',
      'kms:DescribeKey',
      'secretsmanager:DescribeSecret',
      'secretsmanager:PutResourcePolicy',
    ],
    on: 'the cluster, its secrets and their key',
  },
  aws_msk_topic: {
    actions: [
      'kafka:CreateTopic',
      'kafka:DeleteTopic',
      'kafka:DescribeTopic',
      'kafka:UpdateTopic',
      'kafka-cluster:AlterTopic',
      'kafka-cluster:AlterTopicDynamicConfiguration',
      'kafka-cluster:Connect',
      'kafka-cluster:CreateTopic',
      'kafka-cluster:DeleteTopic',
      'kafka-cluster:DescribeTopic',
      'kafka-cluster:DescribeTopicDynamicConfiguration',
    ],
    on: 'the cluster (Connect), arn:aws:kafka:<region>:<account>:topic/<environment>-<cluster>/*',
  },
  aws_secretsmanager_secret: {
    actions: [
      'secretsmanager:CreateSecret',
      'secretsmanager:DeleteSecret',
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetResourcePolicy',
      ...tagged('secretsmanager'),
      'secretsmanager:UpdateSecret',
    ],
    on: 'arn:aws:secretsmanager:<region>:<account>:secret:AmazonMSK_<environment>/<cluster>/*',
  },
  aws_secretsmanager_secret_version: {
    actions: [
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    ],
    on: 'the secrets and their key',
  },
  aws_ssm_parameter: {
    actions: [
      'ssm:AddTagsToResource',
      'ssm:DeleteParameter',
      'ssm:DescribeParameters',
      'ssm:GetParameter',
      'ssm:ListTagsForResource',
      'ssm:PutParameter',
      'ssm:RemoveTagsFromResource',
    ],
    on: 'arn:aws:ssm:<region>:<account>:parameter/kafka*/<environment>/*; DescribeParameters: *',
  },
  kafka_acl: {
    actions: ['kafka-cluster:AlterCluster', 'kafka-cluster:Connect', 'kafka-cluster:DescribeCluster'],
    on: 'the cluster, over port 9098',
  },
  kafka_quota: {
    actions: [
      'kafka-cluster:AlterClusterDynamicConfiguration',
      'kafka-cluster:Connect',
      'kafka-cluster:DescribeClusterDynamicConfiguration',
    ],
    on: 'the cluster, over port 9098',
  },
  kafka_topic: {
    actions: [
      'kafka-cluster:AlterTopic',
      'kafka-cluster:AlterTopicDynamicConfiguration',
      'kafka-cluster:Connect',
      'kafka-cluster:CreateTopic',
      'kafka-cluster:DeleteTopic',
      'kafka-cluster:DescribeCluster',
      'kafka-cluster:DescribeTopic',
      'kafka-cluster:DescribeTopicDynamicConfiguration',
    ],
    on: 'the cluster and arn:aws:kafka:<region>:<account>:topic/<environment>-<cluster>/*, over port 9098',
  },
};
