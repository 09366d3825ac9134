import { at } from '../problem';
import { defaultMinInsyncReplicas } from '../replicas';
import type { Rule } from '../rule';

export const replicasWithinBrokers: Rule = {
  code: 'KFK-T007',
  severity: 'error',
  title: "A topic's replicas find as many brokers",
  source: 'https://kafka.apache.org/documentation/#replication: INVALID_REPLICATION_FACTOR',
  *check({ topics, clusters, broken }) {
    for (const topic of topics.values()) {
      const cluster = clusters.get(topic.cluster);
      if (cluster && broken.within('clusters', cluster.name, cluster.brokersField ?? 'brokers')) continue;
      if (topic.role === 'records' && cluster && topic.replicationFactor > Math.max(1, cluster.brokers))
        yield at(topic, 'replicationFactor')
          .problem(`${topic.replicationFactor} replicas need as many brokers; '${cluster.name}' has ${cluster.brokers}`)
          .fix('lower the replication factor or add brokers');
    }
  },
};

/** What production asks of replicas; a cluster with fewer brokers than copies is told so by another rule. */
export const productionReplicas = { copies: 3, inSync: 2 } as const;

export const threeReplicas: Rule = {
  code: 'KFK-T008',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production a topic has at least three replicas',
  source: 'best practice: replication factor ≥ 3 for production',
  *check({ topics, clusters }) {
    // Where the cluster has too few brokers, another rule says so, once.
    const possible = (name: string) => clusters.get(name)?.brokers ?? productionReplicas.copies;
    for (const topic of topics.values())
      if (
        topic.role === 'records' &&
        topic.replicationFactor < Math.min(productionReplicas.copies, possible(topic.cluster))
      )
        yield at(topic, 'replicationFactor')
          .problem(
            `${topic.replicationFactor} replicas lose records when ${topic.replicationFactor === 1 ? 'one broker' : 'two brokers'} fail`,
          )
          .fix('use replicationFactor: 3, on a cluster of at least three brokers');
  },
};

export const writableWithoutOneBroker: Rule = {
  code: 'KFK-T009',
  severity: 'error',
  title: 'A replicated topic stays writable when one broker is down',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html: min.insync.replicas at most RF - 1',
  *check({ topics }) {
    for (const topic of topics.values())
      if (topic.role === 'records' && topic.minInsyncReplicas >= topic.replicationFactor && topic.minInsyncReplicas > 1)
        yield at(topic, 'minInsyncReplicas')
          .problem(
            `with ${topic.minInsyncReplicas} of ${topic.replicationFactor} replicas in sync required, one broker's restart stops producers`,
          )
          .fix(`use at most ${defaultMinInsyncReplicas(topic.replicationFactor)}`);
  },
};

export const twoInSync: Rule = {
  code: 'KFK-T010',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production a record counts when two replicas have it',
  source: 'best practice: min.insync.replicas 2',
  *check({ topics }) {
    for (const topic of topics.values())
      if (
        topic.role === 'records' &&
        topic.minInsyncReplicas < productionReplicas.inSync &&
        topic.minInsyncReplicas !== defaultMinInsyncReplicas(topic.replicationFactor)
      )
        yield at(topic, 'minInsyncReplicas')
          .problem('an acknowledged record may be on one broker only')
          .fix('use minInsyncReplicas: 2');
  },
};

export const positiveCounts: Rule = {
  code: 'KFK-T011',
  severity: 'error',
  title: 'Partitions, replicas and in-sync replicas are counted from one',
  source: 'https://kafka.apache.org/documentation/#topicconfigs: INVALID_PARTITIONS',
  *check({ topics }) {
    for (const topic of topics.values())
      for (const field of ['partitions', 'replicationFactor', 'minInsyncReplicas'] as const)
        if (topic.role === 'records' && topic[field] < 1)
          yield at(topic, field).problem(`${topic[field]} is given where at least 1 is needed`).fix('write 1 or more');
  },
};

export const noUncleanElection: Rule = {
  code: 'KFK-T016',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production no replica that is behind becomes leader',
  source: 'https://kafka.apache.org/documentation/#design_uncleanleader: acknowledged records are lost',
  *check({ topics }) {
    for (const topic of topics.values())
      if (topic.config['unclean.leader.election.enable'] === 'true')
        yield at(topic, 'config', 'unclean.leader.election.enable')
          .problem('it lets acknowledged records be lost')
          .fix('remove it');
  },
};

export const topicReplicaRules: readonly Rule[] = [
  replicasWithinBrokers,
  threeReplicas,
  writableWithoutOneBroker,
  twoInSync,
  positiveCounts,
  noUncleanElection,
];
