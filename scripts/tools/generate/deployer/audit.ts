import type { DeployerActions } from './actions';
import { tagged } from './actions';

const bucket = (...actions: string[]): DeployerActions => ({
  actions: actions.map((action) => `s3:${action}`).sort(),
  on: 'the bucket',
});

/** To make the bucket of an audit log, the trail that writes there, and what counts refusals. */
export const auditActions: Readonly<Record<string, DeployerActions>> = {
  aws_cloudtrail: {
    actions: [
      'cloudtrail:AddTags',
      'cloudtrail:CreateTrail',
      'cloudtrail:DeleteTrail',
      'cloudtrail:DescribeTrails',
      'cloudtrail:GetEventSelectors',
      'cloudtrail:GetInsightSelectors',
      'cloudtrail:GetTrailStatus',
      'cloudtrail:ListTags',
      'cloudtrail:PutEventSelectors',
      'cloudtrail:RemoveTags',
      'cloudtrail:StartLogging',
      'cloudtrail:StopLogging',
      'cloudtrail:UpdateTrail',
    ],
    on: 'the trail',
  },
  aws_cloudwatch_log_metric_filter: {
    actions: ['logs:DeleteMetricFilter', 'logs:DescribeMetricFilters', 'logs:PutMetricFilter'],
    on: 'the log group',
  },
  aws_cloudwatch_metric_alarm: {
    actions: [
      'cloudwatch:DeleteAlarms',
      'cloudwatch:DescribeAlarms',
      'cloudwatch:ListTagsForResource',
      'cloudwatch:PutMetricAlarm',
      ...tagged('cloudwatch'),
    ],
    on: 'the alarm',
  },
  aws_s3_bucket: bucket(
    'CreateBucket',
    'DeleteBucket',
    'GetAccelerateConfiguration',
    'GetBucketAcl',
    'GetBucketCORS',
    'GetBucketLogging',
    'GetBucketObjectLockConfiguration',
    'GetBucketPolicy',
    'GetBucketRequestPayment',
    'GetBucketTagging',
    'GetBucketVersioning',
    'GetBucketWebsite',
    'GetEncryptionConfiguration',
    'GetLifecycleConfiguration',
    'GetReplicationConfiguration',
    'ListBucket',
    'PutBucketObjectLockConfiguration',
    'PutBucketTagging',
    'PutBucketVersioning',
  ),
  aws_s3_bucket_lifecycle_configuration: bucket('GetLifecycleConfiguration', 'PutLifecycleConfiguration'),
  aws_s3_bucket_object_lock_configuration: bucket(
    'GetBucketObjectLockConfiguration',
    'PutBucketObjectLockConfiguration',
  ),
  aws_s3_bucket_ownership_controls: bucket('GetBucketOwnershipControls', 'PutBucketOwnershipControls'),
  aws_s3_bucket_policy: bucket('DeleteBucketPolicy', 'GetBucketPolicy', 'PutBucketPolicy'),
  aws_s3_bucket_public_access_block: bucket('GetBucketPublicAccessBlock', 'PutBucketPublicAccessBlock'),
  aws_s3_bucket_server_side_encryption_configuration: bucket(
    'GetEncryptionConfiguration',
    'PutEncryptionConfiguration',
  ),
  aws_s3_bucket_versioning: bucket('GetBucketVersioning', 'PutBucketVersioning'),
};
