import { transactionalIdPrefix } from './application';
import type { Feature } from './capabilities';
import type { Draft } from './draft';
import type { Key, Origin } from './place';
import { betweenTwo, deadEnds, ends } from './replication-ends';

/** A place in a description that needs something of a cluster. */
export interface FeatureUse {
  readonly feature: Feature;
  readonly cluster: string;
  readonly noun: { readonly origin: Origin };
  readonly field: readonly Key[];
}

/** Everything that a description asks of its clusters. */
export function* featuresUsed({
  topics,
  applications,
  flows,
  replications,
  connectClusters,
  clusters,
}: Draft): Iterable<FeatureUse> {
  for (const topic of topics.values()) {
    const use = (feature: Feature, ...field: Key[]): FeatureUse => ({
      feature,
      cluster: topic.cluster,
      noun: topic,
      field,
    });
    if (topic.role === 'records') yield use('topics');
    if (topic.cleanup !== 'delete') yield use('compaction', 'cleanup');
    if (topic.config['remote.storage.enable'] === 'true')
      yield use('tiered-storage', 'config', 'remote.storage.enable');
  }
  for (const application of applications.values()) {
    const use = (feature: Feature, ...field: Key[]): FeatureUse => ({
      feature,
      cluster: application.cluster,
      noun: application,
      field,
    });
    if (application.streams) yield use('streams', 'streams');
    if (transactionalIdPrefix(application)) {
      const field = application.streams ? 'streams' : 'transactional';
      yield use('transactions', field);
      yield use('prefixed-permissions', field);
    }
    if (application.quota) yield use('user-quotas', 'quota');
    if (application.operator) yield use('operator-permissions', 'role');
    if (application.hosts) yield use('host-permissions', 'hosts');
    for (const { origin, hosts, patternType } of application.denies ?? []) {
      const denial = { cluster: application.cluster, noun: { origin } };
      yield { feature: 'deny-permissions', field: [], ...denial };
      if (hosts) yield { feature: 'host-permissions', field: ['hosts'], ...denial };
      if (patternType === 'Prefixed') yield { feature: 'prefixed-permissions', field: ['prefix'], ...denial };
    }
  }
  for (const flow of flows) {
    const cluster = applications.get(flow.application)?.cluster;
    if (flow.direction === 'consume' && cluster) yield { feature: 'group-permissions', cluster, noun: flow, field: [] };
  }
  for (const replication of replications.values()) {
    if (replication.service !== undefined || !betweenTwo(replication, clusters)) continue;
    const dead = deadEnds(replication, clusters);
    for (const [field, cluster] of ends(replication))
      if (dead.length === 0 || dead.includes(cluster))
        yield { feature: 'mirroring', cluster, noun: replication, field: [field] };
  }
  for (const connectCluster of connectClusters.values()) {
    const use = { cluster: connectCluster.cluster, noun: connectCluster };
    yield { feature: 'group-permissions', field: [], ...use };
    if (connectCluster.exactlyOnce)
      for (const feature of ['transactions', 'prefixed-permissions'] as const)
        yield { feature, field: ['exactlyOnce'], ...use };
  }
  const producers = new Set(flows.filter(({ direction }) => direction === 'produce').map((flow) => flow.application));
  for (const name of producers) {
    const application = applications.get(name);
    if (application)
      yield { feature: 'idempotence', cluster: application.cluster, noun: application, field: ['produces'] };
  }
  for (const cluster of clusters.values())
    for (const [index, mechanism] of cluster.authentication.entries())
      if (mechanism in cluster.capabilities)
        yield {
          feature: mechanism as Feature,
          cluster: cluster.name,
          noun: cluster,
          field: cluster.authenticationFields?.[index] ?? ['authentication', index],
        };
}
