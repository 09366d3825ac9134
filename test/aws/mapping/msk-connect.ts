import type { Mapping } from '../requests';

/** https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service/kafkaconnect */
export const mskConnect: Readonly<Record<string, Mapping>> = {
  aws_mskconnect_custom_plugin: {
    calls: [
      {
        service: 'kafkaconnect',
        operation: 'CreateCustomPlugin',
        members: {
          name: 'name',
          description: 'description',
          content_type: 'contentType',
          tags: 'tags',
          'location.s3.bucket_arn': 'location.s3Location.bucketArn',
          'location.s3.file_key': 'location.s3Location.fileKey',
          'location.s3.object_version': 'location.s3Location.objectVersion',
        },
      },
    ],
  },
  aws_mskconnect_worker_configuration: {
    calls: [
      {
        service: 'kafkaconnect',
        operation: 'CreateWorkerConfiguration',
        members: {
          name: 'name',
          description: 'description',
          tags: 'tags',
          properties_file_content: {
            to: 'propertiesFileContent',
            as: (text: string) => Buffer.from(text).toString('base64'),
          },
        },
      },
    ],
  },
  aws_mskconnect_connector: {
    calls: [
      {
        service: 'kafkaconnect',
        operation: 'CreateConnector',
        members: {
          name: 'connectorName',
          description: 'connectorDescription',
          kafkaconnect_version: 'kafkaConnectVersion',
          service_execution_role_arn: 'serviceExecutionRoleArn',
          connector_configuration: 'connectorConfiguration',
          network_type: 'networkType',
          tags: 'tags',
          'capacity.provisioned_capacity.mcu_count': 'capacity.provisionedCapacity.mcuCount',
          'capacity.provisioned_capacity.worker_count': 'capacity.provisionedCapacity.workerCount',
          'capacity.autoscaling.mcu_count': 'capacity.autoScaling.mcuCount',
          'capacity.autoscaling.min_worker_count': 'capacity.autoScaling.minWorkerCount',
          'capacity.autoscaling.max_worker_count': 'capacity.autoScaling.maxWorkerCount',
          'capacity.autoscaling.scale_in_policy.cpu_utilization_percentage':
            'capacity.autoScaling.scaleInPolicy.cpuUtilizationPercentage',
          'capacity.autoscaling.scale_out_policy.cpu_utilization_percentage':
            'capacity.autoScaling.scaleOutPolicy.cpuUtilizationPercentage',
          'kafka_cluster.apache_kafka_cluster.bootstrap_servers': 'kafkaCluster.apacheKafkaCluster.bootstrapServers',
          'kafka_cluster.apache_kafka_cluster.vpc.subnets': 'kafkaCluster.apacheKafkaCluster.vpc.subnets',
          'kafka_cluster.apache_kafka_cluster.vpc.security_groups':
            'kafkaCluster.apacheKafkaCluster.vpc.securityGroups',
          'kafka_cluster_client_authentication.authentication_type':
            'kafkaClusterClientAuthentication.authenticationType',
          'kafka_cluster_encryption_in_transit.encryption_type': 'kafkaClusterEncryptionInTransit.encryptionType',
          'plugin[].custom_plugin.arn': 'plugins[].customPlugin.customPluginArn',
          'plugin[].custom_plugin.revision': 'plugins[].customPlugin.revision',
          'worker_configuration.arn': 'workerConfiguration.workerConfigurationArn',
          'worker_configuration.revision': 'workerConfiguration.revision',
          'log_delivery.worker_log_delivery.cloudwatch_logs.enabled':
            'logDelivery.workerLogDelivery.cloudWatchLogs.enabled',
          'log_delivery.worker_log_delivery.cloudwatch_logs.log_group':
            'logDelivery.workerLogDelivery.cloudWatchLogs.logGroup',
          'log_delivery.worker_log_delivery.firehose.enabled': 'logDelivery.workerLogDelivery.firehose.enabled',
          'log_delivery.worker_log_delivery.firehose.delivery_stream':
            'logDelivery.workerLogDelivery.firehose.deliveryStream',
          'log_delivery.worker_log_delivery.s3.enabled': 'logDelivery.workerLogDelivery.s3.enabled',
          'log_delivery.worker_log_delivery.s3.bucket': 'logDelivery.workerLogDelivery.s3.bucket',
          'log_delivery.worker_log_delivery.s3.prefix': 'logDelivery.workerLogDelivery.s3.prefix',
        },
      },
    ],
  },
};
