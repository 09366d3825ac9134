import { MskReplicator as AwsMskReplicator } from '@cdktf/provider-aws/lib/msk-replicator';
import type { ITerraformDependable } from 'cdktf';
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
  readonly serviceExecutionRoleArn: string;
  /** What it needs besides: what its role may do, and the way to brokers. Default: nothing. */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Copies topics and the offsets of groups from one MSK cluster to another, under the same names and from the beginning,
 * with their configuration and with partitions that come later; no ACLs. https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html
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
        targetCompressionType: 'LZ4',
        topicReplication: [topics(props)],
        consumerGroupReplication: [groups(props)],
      },
      dependsOn: props.dependsOn && [...props.dependsOn],
    });
    this.arn = addressed(replicator, id).arn;
  }
}

const topics = (props: MskReplicatorProps) => ({
  topicsToReplicate: [...props.topicsToReplicate],
  topicNameConfiguration: { type: 'IDENTICAL' },
  startingPosition: { type: 'EARLIEST' },
  copyTopicConfigurations: true,
  copyAccessControlListsForTopics: false,
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
