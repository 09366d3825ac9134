import type { Mapping } from '../requests';

const lifecycle = (member: string) => `LifecycleConfiguration.Rules[].${member}`;
const encryption = (member: string) => `ServerSideEncryptionConfiguration.Rules[].${member}`;

/** The bucket of an audit log, the trail that writes there, and what counts refusals. */
export const audit: Readonly<Record<string, Mapping>> = {
  aws_cloudtrail: {
    calls: [
      {
        service: 'cloudtrail',
        operation: 'CreateTrail',
        members: {
          name: 'Name',
          s3_bucket_name: 'S3BucketName',
          kms_key_id: 'KmsKeyId',
          enable_log_file_validation: 'EnableLogFileValidation',
          include_global_service_events: 'IncludeGlobalServiceEvents',
          is_multi_region_trail: 'IsMultiRegionTrail',
        },
      },
      {
        service: 'cloudtrail',
        operation: 'PutEventSelectors',
        members: {
          name: 'TrailName',
          'event_selector[].include_management_events': 'EventSelectors[].IncludeManagementEvents',
          'event_selector[].read_write_type': 'EventSelectors[].ReadWriteType',
        },
      },
      { service: 'cloudtrail', operation: 'StartLogging', when: 'enable_logging', members: { name: 'Name' } },
    ],
  },
  aws_cloudwatch_log_metric_filter: {
    calls: [
      {
        service: 'logs',
        operation: 'PutMetricFilter',
        members: {
          name: 'filterName',
          log_group_name: 'logGroupName',
          pattern: 'filterPattern',
          'metric_transformation[].name': 'metricTransformations[].metricName',
          'metric_transformation[].namespace': 'metricTransformations[].metricNamespace',
          'metric_transformation[].value': 'metricTransformations[].metricValue',
          'metric_transformation[].default_value': { to: 'metricTransformations[].defaultValue', as: Number },
        },
      },
    ],
  },
  aws_cloudwatch_metric_alarm: {
    calls: [
      {
        service: 'cloudwatch',
        operation: 'PutMetricAlarm',
        members: {
          alarm_name: 'AlarmName',
          alarm_description: 'AlarmDescription',
          alarm_actions: 'AlarmActions',
          ok_actions: 'OKActions',
          metric_name: 'MetricName',
          namespace: 'Namespace',
          statistic: 'Statistic',
          period: 'Period',
          evaluation_periods: 'EvaluationPeriods',
          threshold: 'Threshold',
          comparison_operator: 'ComparisonOperator',
          treat_missing_data: 'TreatMissingData',
        },
      },
    ],
  },
  aws_s3_bucket: {
    calls: [
      {
        service: 's3',
        operation: 'CreateBucket',
        members: { bucket: 'Bucket', object_lock_enabled: 'ObjectLockEnabledForBucket' },
      },
    ],
  },
  aws_s3_bucket_lifecycle_configuration: {
    calls: [
      {
        service: 's3',
        operation: 'PutBucketLifecycleConfiguration',
        members: {
          bucket: 'Bucket',
          'rule[].id': lifecycle('ID'),
          'rule[].status': lifecycle('Status'),
          'rule[].filter.prefix': lifecycle('Filter.Prefix'),
          'rule[].expiration.days': lifecycle('Expiration.Days'),
          'rule[].noncurrent_version_expiration.noncurrent_days': lifecycle(
            'NoncurrentVersionExpiration.NoncurrentDays',
          ),
          'rule[].abort_incomplete_multipart_upload.days_after_initiation': lifecycle(
            'AbortIncompleteMultipartUpload.DaysAfterInitiation',
          ),
        },
      },
    ],
  },
  aws_s3_bucket_object_lock_configuration: {
    calls: [
      {
        service: 's3',
        operation: 'PutObjectLockConfiguration',
        members: {
          bucket: 'Bucket',
          'rule.default_retention.mode': 'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
          'rule.default_retention.days': 'ObjectLockConfiguration.Rule.DefaultRetention.Days',
        },
        known: { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } },
      },
    ],
  },
  aws_s3_bucket_ownership_controls: {
    calls: [
      {
        service: 's3',
        operation: 'PutBucketOwnershipControls',
        members: {
          bucket: 'Bucket',
          'rule.object_ownership': {
            to: 'OwnershipControls.Rules',
            as: (ObjectOwnership: string) => [{ ObjectOwnership }],
          },
        },
      },
    ],
  },
  aws_s3_bucket_policy: {
    calls: [{ service: 's3', operation: 'PutBucketPolicy', members: { bucket: 'Bucket', policy: 'Policy' } }],
  },
  aws_s3_bucket_public_access_block: {
    calls: [
      {
        service: 's3',
        operation: 'PutPublicAccessBlock',
        members: {
          bucket: 'Bucket',
          block_public_acls: 'PublicAccessBlockConfiguration.BlockPublicAcls',
          block_public_policy: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
          ignore_public_acls: 'PublicAccessBlockConfiguration.IgnorePublicAcls',
          restrict_public_buckets: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
        },
      },
    ],
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    calls: [
      {
        service: 's3',
        operation: 'PutBucketEncryption',
        members: {
          bucket: 'Bucket',
          'rule[].apply_server_side_encryption_by_default.sse_algorithm': encryption(
            'ApplyServerSideEncryptionByDefault.SSEAlgorithm',
          ),
          'rule[].apply_server_side_encryption_by_default.kms_master_key_id': encryption(
            'ApplyServerSideEncryptionByDefault.KMSMasterKeyID',
          ),
          'rule[].bucket_key_enabled': encryption('BucketKeyEnabled'),
        },
      },
    ],
  },
  aws_s3_bucket_versioning: {
    calls: [
      {
        service: 's3',
        operation: 'PutBucketVersioning',
        members: { bucket: 'Bucket', 'versioning_configuration.status': 'VersioningConfiguration.Status' },
      },
    ],
  },
};
