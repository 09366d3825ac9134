/** What of a resource no provider changes in place: a change of it deletes the resource and makes another. */
export interface Replacement {
  /** Paths of attributes; what is below one is meant, too. */
  readonly attributes: readonly string[];
  /** What is lost with the resource. */
  readonly loses: string;
  /** The provider's source that was read, with its commit or version. */
  readonly source: string;
  /** The day on which it was read. */
  readonly read: string;
}

const read = '2026-11-21';
const aws = (commit: string, file: string) =>
  `https://github.com/hashicorp/terraform-provider-aws/blob/${commit}/internal/service/${file}`;
const azurerm = (file: string) =>
  `https://github.com/hashicorp/terraform-provider-azurerm/blob/fae580791926/internal/services/${file}`;

/**
 * By type, of what bears data or what others hold on to. Schemas of providers do not tell it, so it is read from their
 * source; of azurerm a test reads it again where that source is.
 */
export const replacements = {
  aws_msk_cluster: {
    attributes: [
      'cluster_name',
      'broker_node_group_info.az_distribution',
      'broker_node_group_info.client_subnets',
      'broker_node_group_info.security_groups',
      'encryption_info.encryption_at_rest_kms_key_arn',
      'encryption_info.encryption_in_transit.in_cluster',
      // Only to a lower one.
      'kafka_version',
    ],
    loses: 'every topic of the cluster',
    source: aws('0b2fe557fcd2f76a61115fd075cd28fcd2fe050d', 'kafka/cluster.go'),
    read,
  },
  aws_msk_serverless_cluster: {
    attributes: ['cluster_name', 'client_authentication', 'vpc_config'],
    loses: 'every topic of the cluster',
    source: aws('4c7cba9f6277acde2146141cc29c9465c19d4d37', 'kafka/serverless_cluster.go'),
    read,
  },
  aws_msk_topic: {
    attributes: ['cluster_arn', 'name', 'replication_factor'],
    loses: 'the records of the topic',
    source: aws('0e37492cc7761ab5cec119da33125f1b3349c2fa', 'kafka/topic.go'),
    read,
  },
  aws_msk_configuration: {
    attributes: ['name', 'kafka_versions'],
    loses: 'nothing, where the new one is there before the old one goes',
    source: aws('b878e83c96eab87825ac9e67cc470499e0e5904c', 'kafka/configuration.go'),
    read,
  },
  aws_msk_replicator: {
    attributes: [
      'kafka_cluster',
      'replication_info_list.source_kafka_cluster_arn',
      'replication_info_list.target_kafka_cluster_arn',
      'replication_info_list.target_compression_type',
      'replication_info_list.topic_replication.starting_position.type',
    ],
    loses: 'its place in each topic: another replicator begins where its starting position says',
    source: aws('bc971b9c2b9477d4a45fdd5f689c55d89e7ef6fd', 'kafka/replicator.go'),
    read,
  },
  aws_mskconnect_connector: {
    attributes: [
      'connector_configuration',
      'description',
      'kafka_cluster',
      'kafka_cluster_client_authentication',
      'kafka_cluster_encryption_in_transit',
      'kafkaconnect_version',
      'log_delivery',
      'name',
      'plugin',
      'service_execution_role_arn',
      'worker_configuration',
    ],
    loses:
      'its offsets, unless the worker configuration names their topic; newer providers change its configuration in place',
    source: aws('9dfe6ffbc9e859381576af60338c05ece615ef57', 'kafkaconnect/connector.go'),
    read,
  },
  aws_kms_key: {
    attributes: ['customer_master_key_spec', 'key_usage', 'multi_region'],
    loses: 'whatever the key encrypts, once it is gone',
    source: aws('0964ed39dadd350ec504a9535b4f507e649153d9', 'kms/key.go'),
    read,
  },
  aws_s3_bucket: {
    attributes: ['bucket', 'bucket_prefix', 'object_lock_enabled'],
    loses: 'whatever is in it and not locked; what is locked keeps the bucket from being deleted',
    source: aws('0070bcd12c952f14c5434a6f351ef7b6fa791226', 's3/bucket.go'),
    read,
  },
  aws_secretsmanager_secret: {
    attributes: ['name', 'name_prefix'],
    loses: 'the password: its user is let in no more until it reads the new one',
    source: aws('f583d818dd34f1ee2cdd6664b33ef588c860412a', 'secretsmanager/secret.go'),
    read,
  },
  aws_acmpca_certificate_authority: {
    attributes: [
      'certificate_authority_configuration.key_algorithm',
      'certificate_authority_configuration.signing_algorithm',
      'certificate_authority_configuration.subject',
      'type',
    ],
    loses: 'the trust in every certificate that it signed',
    source: aws('0b2fe557fcd2f76a61115fd075cd28fcd2fe050d', 'acmpca/certificate_authority.go'),
    read,
  },
  aws_glue_registry: {
    attributes: ['registry_name'],
    loses: 'every schema of the registry',
    source: aws('050ac11163cab8cdae5936a7f40b0e528ff780df', 'glue/registry.go'),
    read,
  },
  aws_glue_schema: {
    attributes: ['schema_name'],
    loses: 'every version of the schema: what was written by them cannot be read any more',
    source: aws('5bd5befe9185d81dc29b91905e24edb87585986c', 'glue/schema.go'),
    read,
  },
  aws_cloudwatch_log_group: {
    attributes: ['name', 'name_prefix'],
    loses: 'the logs that it holds',
    source: aws('b11fc0fdd2efcc87bbff031692818008455bd048', 'logs/group.go'),
    read,
  },
  kafka_topic: {
    attributes: ['name', 'partitions', 'replication_factor'],
    loses: 'the records of the topic; of `partitions` only fewer, of `replication_factor` only before Kafka 2.4',
    source: 'https://github.com/Mongey/terraform-provider-kafka/blob/v0.13.1/kafka/resource_kafka_topic.go',
    read,
  },
  azurerm_eventhub_cluster: {
    attributes: ['name', 'resource_group_name', 'location'],
    loses: 'every namespace on it',
    source: azurerm('eventhub/eventhub_cluster_resource.go'),
    read,
  },
  azurerm_eventhub_namespace: {
    attributes: ['name', 'location', 'resource_group_name', 'dedicated_cluster_id', 'sku'],
    loses: 'every hub of the namespace; of `sku` only a change from or to Premium',
    source: azurerm('eventhub/eventhub_namespace_resource.go'),
    read,
  },
  azurerm_eventhub: {
    attributes: ['name', 'namespace_id', 'retention_description.cleanup_policy'],
    loses: 'the records of the hub',
    source: azurerm('eventhub/eventhub_resource.go'),
    read,
  },
  azurerm_eventhub_namespace_customer_managed_key: {
    attributes: ['eventhub_namespace_id', 'infrastructure_encryption_enabled'],
    loses:
      'the key in the state only: Azure keeps it, and the provider is refused to set it again (it says to import it)',
    source: azurerm('eventhub/eventhub_namespace_customer_managed_key_resource.go'),
    read,
  },
  azurerm_eventhub_namespace_disaster_recovery_config: {
    attributes: ['name', 'namespace_name', 'resource_group_name'],
    loses: 'the pairing, and the alias by which clients connect',
    source: azurerm('eventhub/eventhub_namespace_disaster_recovery_config_resource.go'),
    read,
  },
  azurerm_eventhub_namespace_schema_group: {
    attributes: ['name', 'namespace_id', 'schema_compatibility', 'schema_type'],
    loses: 'every schema of the group',
    source: azurerm('eventhub/eventhub_namespace_schema_group_resource.go'),
    read,
  },
  azurerm_storage_account: {
    attributes: [
      'name',
      'resource_group_name',
      'location',
      'account_tier',
      'provisioned_billing_model_version',
      'edge_zone',
      'immutability_policy',
      'is_hns_enabled',
      'nfsv3_enabled',
      'dns_endpoint_type',
      'queue_encryption_key_type',
      'table_encryption_key_type',
      'infrastructure_encryption_enabled',
      'account_replication_type',
    ],
    loses: 'what is archived in it; of `account_replication_type` only a change between zones and none',
    source: azurerm('storage/storage_account_resource.go'),
    read,
  },
  azurerm_user_assigned_identity: {
    attributes: ['location', 'name', 'resource_group_name'],
    loses: 'who the application is: every role assignment names the old one',
    source: azurerm('managedidentity/user_assigned_identity_resource.go'),
    read,
  },
  azurerm_resource_group: {
    attributes: ['name', 'location'],
    loses: 'everything in the group',
    source: azurerm('resource/resource_group_resource.go'),
    read,
  },
  azurerm_key_vault_secret: {
    attributes: ['name', 'key_vault_id'],
    loses: 'the versions before it',
    source: azurerm('keyvault/key_vault_secret_resource.go'),
    read,
  },
} as const satisfies Readonly<Record<string, Replacement>>;

/** What is known of a type. */
export const replacementOf = (type: string): Replacement | undefined =>
  Object.hasOwn(replacements, type) ? replacements[type as keyof typeof replacements] : undefined;

/** Those of some paths, as a plan has them (`broker_node_group_info.0.client_subnets`), that are known to replace the resource. */
export function knownToReplace(type: string, paths: readonly string[]): readonly string[] {
  const known = replacementOf(type)?.attributes ?? [];
  const plain = paths.map((path) => path.replace(/\.\d+(?=\.|$)/g, ''));
  return plain.filter((path) => known.some((attribute) => path === attribute || path.startsWith(`${attribute}.`)));
}
