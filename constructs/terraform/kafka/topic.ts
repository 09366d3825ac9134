import type { Construct } from 'constructs';
import { KafkaResource } from './resource';

export interface KafkaTopicProps {
  readonly name: string;
  /** Only ever grows: fewer partitions replace the topic and lose its records. */
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Kafka's topic configurations by their own names. Default: the cluster's. */
  readonly config?: Readonly<Record<string, string>>;
  /** Refuses any plan that replaces the topic; it protects no longer once the block itself is gone. Default: true. */
  readonly preventDestroy?: boolean;
}

/** `kafka_topic`. https://registry.terraform.io/providers/Mongey/kafka/latest/docs/resources/topic */
export class KafkaTopic extends KafkaResource {
  constructor(scope: Construct, id: string, props: KafkaTopicProps) {
    const { name, partitions, replicationFactor, config, preventDestroy = true } = props;
    super(scope, id, {
      type: 'kafka_topic',
      attributes: { name, partitions, replication_factor: replicationFactor, config },
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
  }
}
