import type { Addresses } from '../../../model/addresses';
import { permissionId, terraformId } from '../../../model/names';

/** What each noun is called in its stack: under IAM a permission is a statement of its application's policy. */
export const addresses: Addresses = {
  topic: (name) => `aws_msk_topic.${terraformId(name)}`,
  permission: (permission, { name, authentication }) =>
    authentication === 'iam' ? `aws_iam_policy.${name}` : `kafka_acl.${permissionId(permission)}`,
};

/** AWS' API has no topics on serverless clusters. */
export const serverlessAddresses: Addresses = {
  ...addresses,
  topic: (name) => `kafka_topic.${terraformId(name)}`,
};
