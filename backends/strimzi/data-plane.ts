import type { Construct } from 'constructs';
import { StrimziTopic } from '../../constructs/kubernetes/strimzi/topic';
import { kubernetesName } from '../../model/kubernetes-name';
import { kafkaConfig, type Topic } from '../../model/topic';
import type { DataPlane } from '../contract';
import { placeConnections } from './connections';
import { placePasswords } from './passwords';
import { placeRevoked, placeUsers } from './users';

/** Topics and users by Strimzi's Topic and User Operators, and each application's connection where it runs. */
export const strimziDataPlane: DataPlane = {
  place(scope, shard) {
    for (const topic of [...shard.topics, ...shard.removals]) placeTopic(scope, topic);
    placePasswords(scope, shard);
    for (const principal of shard.principals) placeUsers(scope, principal, shard);
    for (const name of [...shard.revoked, ...shard.retired]) placeRevoked(scope, name, shard);
    placeConnections(scope, shard);
  },
};

/**
 * A removed topic stays until its entry goes: with data that is kept the operator leaves it alone from now on; with data
 * that is destroyed the object is protected no longer, and whoever prunes what is described no longer deletes it then.
 */
function placeTopic(scope: Construct, topic: Topic): void {
  const { name, owner, cluster, partitions, replicationFactor, removed } = topic;
  const object = kubernetesName(name);
  new StrimziTopic(scope, `topic-${object}`, {
    metadata: { name: object, labels: { owner } },
    cluster,
    topicName: object === name ? undefined : name,
    partitions,
    replicas: replicationFactor,
    config: kafkaConfig(topic),
    managed: removed?.data !== 'keep',
    protect: removed?.data !== 'destroy',
  });
}
