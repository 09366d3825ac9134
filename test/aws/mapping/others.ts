import type { Call, Mapping } from '../requests';
import { arnOf } from './values';

/** What is scaled is the same in both requests of Application Auto Scaling. */
const scaled: Call['members'] = {
  service_namespace: 'ServiceNamespace',
  resource_id: 'ResourceId',
  scalable_dimension: 'ScalableDimension',
};
const tracking = 'target_tracking_scaling_policy_configuration';

/** Logs, disks that grow, schemas. */
export const others: Readonly<Record<string, Mapping>> = {
  aws_cloudwatch_log_group: {
    calls: [
      {
        service: 'logs',
        operation: 'CreateLogGroup',
        members: {
          name: 'logGroupName',
          kms_key_id: 'kmsKeyId',
          log_group_class: 'logGroupClass',
          tags: 'tags',
          deletion_protection_enabled: 'deletionProtectionEnabled',
        },
      },
      {
        service: 'logs',
        operation: 'PutRetentionPolicy',
        when: 'retention_in_days',
        members: { name: 'logGroupName', retention_in_days: 'retentionInDays' },
      },
    ],
    local: { skip_destroy: 'whether Terraform leaves it when it forgets it' },
  },
  aws_appautoscaling_target: {
    calls: [
      {
        service: 'application-autoscaling',
        operation: 'RegisterScalableTarget',
        members: {
          ...scaled,
          min_capacity: 'MinCapacity',
          max_capacity: 'MaxCapacity',
          role_arn: 'RoleARN',
          tags: 'Tags',
        },
      },
    ],
  },
  aws_appautoscaling_policy: {
    calls: [
      {
        service: 'application-autoscaling',
        operation: 'PutScalingPolicy',
        members: {
          ...scaled,
          name: 'PolicyName',
          policy_type: 'PolicyType',
          [`${tracking}.target_value`]: 'TargetTrackingScalingPolicyConfiguration.TargetValue',
          [`${tracking}.disable_scale_in`]: 'TargetTrackingScalingPolicyConfiguration.DisableScaleIn',
          [`${tracking}.scale_in_cooldown`]: 'TargetTrackingScalingPolicyConfiguration.ScaleInCooldown',
          [`${tracking}.scale_out_cooldown`]: 'TargetTrackingScalingPolicyConfiguration.ScaleOutCooldown',
          [`${tracking}.predefined_metric_specification.predefined_metric_type`]:
            'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
        },
      },
    ],
  },
  aws_glue_registry: {
    calls: [
      {
        service: 'glue',
        operation: 'CreateRegistry',
        members: { registry_name: 'RegistryName', description: 'Description', tags: 'Tags' },
      },
    ],
  },
  aws_glue_schema: {
    calls: [
      {
        service: 'glue',
        operation: 'CreateSchema',
        members: {
          schema_name: 'SchemaName',
          registry_arn: 'RegistryId.RegistryArn',
          data_format: 'DataFormat',
          compatibility: 'Compatibility',
          schema_definition: 'SchemaDefinition',
          description: 'Description',
          tags: 'Tags',
        },
      },
    ],
  },
  aws_s3_bucket_policy: {
    calls: [{ service: 's3', operation: 'PutBucketPolicy', members: { bucket: 'Bucket', policy: 'Policy' } }],
  },
  aws_cloudwatch_log_resource_policy: {
    calls: [
      {
        service: 'logs',
        operation: 'PutResourcePolicy',
        known: { resourceArn: arnOf('logs', 'log-group:/aws/msk/main') },
        members: { policy_name: 'policyName', policy_document: 'policyDocument' },
      },
    ],
  },
};
