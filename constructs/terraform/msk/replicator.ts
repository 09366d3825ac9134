import { MskReplicator as AwsMskReplicator } from '@cdktf/provider-aws/lib/msk-replicator';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

/** One of the two clusters, and where the Replicator reaches it. */
export interface MskReplicatorCluster {
  readonly clusterArn: string;
  /** Between clusters of one region, in the same availability zones on both sides. */
  readonly subnetIds: readonly string[];
  /** Default: none, as for a source in another region. */
  readonly securityGroupIds?: readonly string[];
}

export interface MskReplicatorProps {
  /** At most 128 letters, digits and dashes. */
  readonly replicatorName: string;
  /** Default: none. */
  readonly description?: string;
  readonly source: MskReplicatorCluster;
  /** In the provider's region. */
  readonly target: MskReplicatorCluster;
  /** Regular expressions, which have to match a topic's whole name. */
  readonly topicsToReplicate: readonly string[];
  /** Regular expressions, which have to match a group's whole name. Default: offsets of no group are copied. */
  readonly consumerGroupsToReplicate?: readonly string[];
  /** What copies are called: `IDENTICAL`, or `PREFIXED_WITH_SOURCE_CLUSTER_ALIAS`, an alias that AWS makes. Another one replaces the Replicator. Default: `IDENTICAL`. */
  readonly topicNames?: 'IDENTICAL' | 'PREFIXED_WITH_SOURCE_CLUSTER_ALIAS';
  /** Where it begins. Another one replaces the Replicator. Default: `EARLIEST`, so that what is there is copied. */
  readonly startingPosition?: 'EARLIEST' | 'LATEST';
  /** How it compresses what it writes: `NONE`, `GZIP`, `SNAPPY`, `LZ4` or `ZSTD`. Another one replaces the Replicator. Default: `LZ4`. */
  readonly targetCompressionType?: string;
  /** Whether ACLs are copied: then its role needs to alter the target. Default: false. */
  readonly copyAccessControlLists?: boolean;
  readonly serviceExecutionRoleArn: string;
}

/**
 * Copies topics and the offsets of groups from one MSK cluster to another, with their configuration and with partitions
 * that come later. https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html
 */
export class MskReplicator extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskReplicatorProps) {
    super(scope, `msk-replicator.${id}`);
    const { source, target } = props;
    const replicator = new AwsMskReplicator(this, 'replicator', {
      replicatorName: props.replicatorName,
      description: props.description,
      serviceExecutionRoleArn: props.serviceExecutionRoleArn,
      kafkaCluster: [source, target].map(({ clusterArn, subnetIds, securityGroupIds }) => ({
        amazonMskCluster: { mskClusterArn: clusterArn },
        vpcConfig: { subnetIds: [...subnetIds], securityGroupsIds: securityGroupIds && [...securityGroupIds] },
      })),
      replicationInfoList: {
        sourceKafkaClusterArn: source.clusterArn,
        targetKafkaClusterArn: target.clusterArn,
        targetCompressionType: props.targetCompressionType ?? 'LZ4',
        topicReplication: [topics(props)],
        consumerGroupReplication: [groups(props)],
      },
    });
    this.arn = addressed(replicator, id).arn;
  }
}

const topics = (props: MskReplicatorProps) => ({
  topicsToReplicate: [...props.topicsToReplicate],
  topicNameConfiguration: { type: props.topicNames ?? 'IDENTICAL' },
  startingPosition: { type: props.startingPosition ?? 'EARLIEST' },
  copyTopicConfigurations: true,
  copyAccessControlListsForTopics: props.copyAccessControlLists ?? false,
  // What is matched and comes later: partitions of a topic, too.
  detectAndCopyNewTopics: true,
});

/** The API asks for a list: none is said by excluding all. */
const groups = ({ consumerGroupsToReplicate: names = [] }: MskReplicatorProps) =>
  names.length > 0
    ? {
        consumerGroupsToReplicate: [...names],
        detectAndCopyNewConsumerGroups: true,
        synchroniseConsumerGroupOffsets: true,
      }
    : {
        consumerGroupsToReplicate: ['.*'],
        consumerGroupsToExclude: ['.*'],
        detectAndCopyNewConsumerGroups: false,
        synchroniseConsumerGroupOffsets: false,
      };
