import { defaultMinInsyncReplicas, defaultReplicationFactor } from '../model/replicas';

/**
 * Kafka's own topics and new ones have three replicas, or as many as there are brokers, and stay writable without one.
 * A topic is described or it is not there: nothing creates one by using it.
 */
export function brokerReplication(brokers: number) {
  const replicas = defaultReplicationFactor({ brokers });
  const inSync = defaultMinInsyncReplicas(replicas);
  return {
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
  };
}
