import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { awsProvider } from './provider';

export interface MskTopicProps {
  readonly clusterArn: string;
  readonly name: string;
  /** Only ever grows: Kafka refuses fewer. */
  readonly partitionCount: number;
  /** Another one replaces the topic and loses its records. */
  readonly replicationFactor: number;
  /** Kafka's topic configurations by their own names. Default: the cluster's. */
  readonly configs?: Readonly<Record<string, string>>;
  /** Refuses any plan that replaces the topic; it protects no longer once the block itself is gone. Default: true. */
  readonly preventDestroy?: boolean;
}

/**
 * `aws_msk_topic`: a topic by the AWS API, without reaching a broker. Provisioned clusters with Kafka ≥ 3.6. The bindings
 * were frozen before it came, so this class is written by hand from the provider's schema.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_topic
 */
export class MskTopic extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: MskTopicProps,
  ) {
    super(scope, `aws_msk_topic.${id}`, {
      lifecycle: (props.preventDestroy ?? true) ? { preventDestroy: true } : undefined,
      terraformResourceType: 'aws_msk_topic',
      terraformGeneratorMetadata: {
        providerName: 'aws',
        providerVersion: awsProvider.version,
        providerVersionConstraint: awsProvider.version,
      },
    });
    this.overrideLogicalId(id);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { clusterArn, name, partitionCount, replicationFactor, configs } = this.props;
    return {
      cluster_arn: clusterArn,
      name,
      partition_count: partitionCount,
      replication_factor: replicationFactor,
      configs: configs && JSON.stringify(configs),
    };
  }
}
