import type { Construct } from 'constructs';
import { KafkaTopic } from '../../constructs/terraform/kafka/topic';
import { MskTopic } from '../../constructs/terraform/msk/topic';
import { terraformId } from '../../model/names';
import type { Shard } from '../../model/resolved';
import { kafkaConfig, type Topic } from '../../model/topic';
import { managedReplication, topicConfigOn } from '../../render/msk/topic-configs';
import { placeRemovals } from '../removals';
import { mskSettings } from './description/settings';

/** Topics by AWS' own API, which needs no way to a broker. */
export function placeMskTopics(scope: Construct, shard: Shard, clusterArn: string): void {
  const { kind } = mskSettings(shard.cluster);
  for (const topic of shard.topics)
    new MskTopic(scope, terraformId(topic.name), {
      clusterArn,
      name: topic.name,
      partitionCount: topic.partitions,
      replicationFactor: topic.replicationFactor,
      configs: configOn(kind, topic),
      preventDestroy: true,
    });
  placeRemovals(scope, shard);
}

/** Topics by Kafka's own protocol: AWS' API has none on serverless clusters. */
export function placeKafkaTopics(scope: Construct, shard: Shard): void {
  const { kind } = mskSettings(shard.cluster);
  for (const topic of shard.topics)
    new KafkaTopic(scope, terraformId(topic.name), {
      name: topic.name,
      partitions: topic.partitions,
      replicationFactor: managedReplication.replicationFactor,
      config: configOn(kind, topic),
      preventDestroy: true,
    });
  placeRemovals(scope, shard);
}

const configOn = (kind: string, topic: Topic) => topicConfigOn(kind, kafkaConfig(topic));
