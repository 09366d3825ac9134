import type { Call, Mapping } from '../requests';
import { arnOf } from './values';

const cluster = arnOf('kafka', 'cluster/main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-4');

/** The blocks of logs and of connectivity are the same in each request that has them. */
const logs = (block: string, member: string): Call['members'] => ({
  [`${block}.cloudwatch_logs.enabled`]: `${member}.CloudWatchLogs.Enabled`,
  [`${block}.cloudwatch_logs.log_group`]: `${member}.CloudWatchLogs.LogGroup`,
  [`${block}.firehose.enabled`]: `${member}.Firehose.Enabled`,
  [`${block}.firehose.delivery_stream`]: `${member}.Firehose.DeliveryStream`,
  [`${block}.s3.enabled`]: `${member}.S3.Enabled`,
  [`${block}.s3.bucket`]: `${member}.S3.Bucket`,
  [`${block}.s3.prefix`]: `${member}.S3.Prefix`,
});

const connectivity = (member: string): Call['members'] => {
  const block = 'broker_node_group_info.connectivity_info';
  const vpc = `${block}.vpc_connectivity.client_authentication`;
  return {
    [`${block}.network_type`]: `${member}.NetworkType`,
    [`${block}.public_access.type`]: `${member}.PublicAccess.Type`,
    [`${vpc}.sasl.iam`]: `${member}.VpcConnectivity.ClientAuthentication.Sasl.Iam.Enabled`,
    [`${vpc}.sasl.scram`]: `${member}.VpcConnectivity.ClientAuthentication.Sasl.Scram.Enabled`,
    [`${vpc}.tls`]: `${member}.VpcConnectivity.ClientAuthentication.Tls.Enabled`,
  };
};

const storage = 'broker_node_group_info.storage_info.ebs_storage_info';

/** https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service/kafka */
export const msk: Readonly<Record<string, Mapping>> = {
  aws_msk_cluster: {
    calls: [
      {
        service: 'kafka',
        operation: 'CreateCluster',
        members: {
          cluster_name: 'ClusterName',
          kafka_version: 'KafkaVersion',
          number_of_broker_nodes: 'NumberOfBrokerNodes',
          enhanced_monitoring: 'EnhancedMonitoring',
          storage_mode: 'StorageMode',
          tags: 'Tags',
          'broker_node_group_info.az_distribution': 'BrokerNodeGroupInfo.BrokerAZDistribution',
          'broker_node_group_info.client_subnets': 'BrokerNodeGroupInfo.ClientSubnets',
          'broker_node_group_info.instance_type': 'BrokerNodeGroupInfo.InstanceType',
          'broker_node_group_info.security_groups': 'BrokerNodeGroupInfo.SecurityGroups',
          [`${storage}.volume_size`]: 'BrokerNodeGroupInfo.StorageInfo.EbsStorageInfo.VolumeSize',
          [`${storage}.provisioned_throughput.enabled`]:
            'BrokerNodeGroupInfo.StorageInfo.EbsStorageInfo.ProvisionedThroughput.Enabled',
          [`${storage}.provisioned_throughput.volume_throughput`]:
            'BrokerNodeGroupInfo.StorageInfo.EbsStorageInfo.ProvisionedThroughput.VolumeThroughput',
          'client_authentication.sasl.iam': 'ClientAuthentication.Sasl.Iam.Enabled',
          'client_authentication.sasl.scram': 'ClientAuthentication.Sasl.Scram.Enabled',
          'client_authentication.tls.certificate_authority_arns':
            'ClientAuthentication.Tls.CertificateAuthorityArnList',
          'client_authentication.unauthenticated': 'ClientAuthentication.Unauthenticated.Enabled',
          'configuration_info.arn': 'ConfigurationInfo.Arn',
          'configuration_info.revision': 'ConfigurationInfo.Revision',
          'encryption_info.encryption_at_rest_kms_key_arn': 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
          'encryption_info.encryption_in_transit.client_broker': 'EncryptionInfo.EncryptionInTransit.ClientBroker',
          'encryption_info.encryption_in_transit.in_cluster': 'EncryptionInfo.EncryptionInTransit.InCluster',
          'open_monitoring.prometheus.jmx_exporter.enabled_in_broker':
            'OpenMonitoring.Prometheus.JmxExporter.EnabledInBroker',
          'open_monitoring.prometheus.node_exporter.enabled_in_broker':
            'OpenMonitoring.Prometheus.NodeExporter.EnabledInBroker',
          'rebalancing.status': 'Rebalancing.Status',
          ...logs('logging_info.broker_logs', 'LoggingInfo.BrokerLogs'),
        },
      },
      {
        service: 'kafka',
        operation: 'UpdateConnectivity',
        when: 'broker_node_group_info.connectivity_info',
        known: { ClusterArn: cluster, CurrentVersion: 'K3AEGXETSR30VB' },
        members: connectivity('ConnectivityInfo'),
      },
    ],
    local: { 'timeouts.update': 'how long the provider waits' },
  },
  aws_msk_serverless_cluster: {
    calls: [
      {
        service: 'kafka',
        operation: 'CreateClusterV2',
        members: {
          cluster_name: 'ClusterName',
          tags: 'Tags',
          'vpc_config[].subnet_ids': 'Serverless.VpcConfigs[].SubnetIds',
          'vpc_config[].security_group_ids': 'Serverless.VpcConfigs[].SecurityGroupIds',
          'client_authentication.sasl.iam.enabled': 'Serverless.ClientAuthentication.Sasl.Iam.Enabled',
        },
      },
    ],
  },
  aws_msk_configuration: {
    calls: [
      {
        service: 'kafka',
        operation: 'CreateConfiguration',
        members: {
          name: 'Name',
          description: 'Description',
          kafka_versions: 'KafkaVersions',
          server_properties: 'ServerProperties',
        },
      },
    ],
  },
  aws_msk_topic: {
    calls: [
      {
        service: 'kafka',
        operation: 'CreateTopic',
        members: {
          cluster_arn: 'ClusterArn',
          name: 'TopicName',
          partition_count: 'PartitionCount',
          replication_factor: 'ReplicationFactor',
          configs: {
            to: 'Configs',
            as: (json: string) => Buffer.from(JSON.stringify(JSON.parse(json))).toString('base64'),
          },
        },
      },
    ],
  },
  aws_msk_single_scram_secret_association: {
    calls: [
      {
        service: 'kafka',
        operation: 'BatchAssociateScramSecret',
        members: { cluster_arn: 'ClusterArn', secret_arn: { to: 'SecretArnList', as: (arn: string) => [arn] } },
      },
    ],
  },
  aws_msk_cluster_policy: {
    calls: [
      { service: 'kafka', operation: 'PutClusterPolicy', members: { cluster_arn: 'ClusterArn', policy: 'Policy' } },
    ],
  },
  aws_msk_vpc_connection: {
    calls: [
      {
        service: 'kafka',
        operation: 'CreateVpcConnection',
        members: {
          target_cluster_arn: 'TargetClusterArn',
          authentication: 'Authentication',
          vpc_id: 'VpcId',
          client_subnets: 'ClientSubnets',
          security_groups: 'SecurityGroups',
          tags: 'Tags',
        },
      },
    ],
  },
  aws_msk_replicator: {
    calls: [
      {
        service: 'kafka',
        operation: 'CreateReplicator',
        members: {
          replicator_name: 'ReplicatorName',
          description: 'Description',
          service_execution_role_arn: 'ServiceExecutionRoleArn',
          tags: 'Tags',
          'kafka_cluster[].amazon_msk_cluster.msk_cluster_arn': 'KafkaClusters[].AmazonMskCluster.MskClusterArn',
          'kafka_cluster[].vpc_config.subnet_ids': 'KafkaClusters[].VpcConfig.SubnetIds',
          'kafka_cluster[].vpc_config.security_groups_ids': 'KafkaClusters[].VpcConfig.SecurityGroupIds',
          'replication_info_list[].source_kafka_cluster_arn': 'ReplicationInfoList[].SourceKafkaClusterArn',
          'replication_info_list[].target_kafka_cluster_arn': 'ReplicationInfoList[].TargetKafkaClusterArn',
          'replication_info_list[].target_compression_type': 'ReplicationInfoList[].TargetCompressionType',
          ...ofReplication('consumer_group_replication', 'ConsumerGroupReplication', {
            consumer_groups_to_replicate: 'ConsumerGroupsToReplicate',
            consumer_groups_to_exclude: 'ConsumerGroupsToExclude',
            detect_and_copy_new_consumer_groups: 'DetectAndCopyNewConsumerGroups',
            synchronise_consumer_group_offsets: 'SynchroniseConsumerGroupOffsets',
          }),
          ...ofReplication('topic_replication', 'TopicReplication', {
            topics_to_replicate: 'TopicsToReplicate',
            topics_to_exclude: 'TopicsToExclude',
            copy_access_control_lists_for_topics: 'CopyAccessControlListsForTopics',
            copy_topic_configurations: 'CopyTopicConfigurations',
            detect_and_copy_new_topics: 'DetectAndCopyNewTopics',
            'starting_position.type': 'StartingPosition.Type',
            'topic_name_configuration.type': 'TopicNameConfiguration.Type',
          }),
          ...logs('log_delivery.replicator_log_delivery', 'LogDelivery.ReplicatorLogDelivery'),
        },
      },
    ],
  },
};

function ofReplication(block: string, member: string, fields: Readonly<Record<string, string>>): Call['members'] {
  return Object.fromEntries(
    Object.entries(fields).map(([attribute, name]) => [
      `replication_info_list[].${block}.${attribute}`,
      `ReplicationInfoList[].${member}.${name}`,
    ]),
  );
}
