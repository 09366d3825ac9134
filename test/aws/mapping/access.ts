import type { Mapping } from '../requests';
import { tagList } from './values';

/** IAM, and the service accounts of EKS that are roles. */
export const access: Readonly<Record<string, Mapping>> = {
  aws_iam_policy: {
    calls: [
      {
        service: 'iam',
        operation: 'CreatePolicy',
        members: {
          name: 'PolicyName',
          path: 'Path',
          description: 'Description',
          policy: 'PolicyDocument',
          tags: tagList,
        },
      },
    ],
  },
  aws_iam_role: {
    calls: [
      {
        service: 'iam',
        operation: 'CreateRole',
        members: {
          name: 'RoleName',
          path: 'Path',
          description: 'Description',
          assume_role_policy: 'AssumeRolePolicyDocument',
          max_session_duration: 'MaxSessionDuration',
          permissions_boundary: 'PermissionsBoundary',
          tags: tagList,
        },
      },
    ],
  },
  aws_iam_role_policy: {
    calls: [
      {
        service: 'iam',
        operation: 'PutRolePolicy',
        members: { name: 'PolicyName', role: 'RoleName', policy: 'PolicyDocument' },
      },
    ],
  },
  aws_iam_role_policy_attachment: {
    calls: [{ service: 'iam', operation: 'AttachRolePolicy', members: { role: 'RoleName', policy_arn: 'PolicyArn' } }],
  },
  aws_eks_pod_identity_association: {
    calls: [
      {
        service: 'eks',
        operation: 'CreatePodIdentityAssociation',
        members: {
          cluster_name: 'clusterName',
          namespace: 'namespace',
          service_account: 'serviceAccount',
          role_arn: 'roleArn',
          disable_session_tags: 'disableSessionTags',
          target_role_arn: 'targetRoleArn',
          tags: 'tags',
        },
      },
    ],
  },
};
