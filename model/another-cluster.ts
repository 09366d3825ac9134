import type { ClusterRecord } from './cluster-record';
import { formatPath } from './place';
import type { ClusterPlan, ScaledCluster } from './scale';

/** A plan for each field whose change its vendor answers with another cluster, which begins empty. */
export function anewPlans(cluster: Pick<ScaledCluster, 'name' | 'record'>, recorded: ClusterRecord): ClusterPlan[] {
  const { fixed: now = {} } = cluster.record ?? {};
  return Object.entries(recorded.fixed ?? {})
    .filter(([field, had]) => now[field] !== had)
    .map(([field, had]) => ({
      kind: 'anew',
      field: field.split('.'),
      change: `${formatPath(field.split('.'))} ${now[field] ?? 'without a value'} instead of ${had}`,
      impossible: `its vendor makes another cluster of '${cluster.name}' for it, without records`,
      steps: [
        `put it back, and describe the other cluster beside it, under a name of its own`,
        `replications: copy from '${cluster.name}' to it, until the lag is steady (kafka-kit explain tells what it copies)`,
        'move consumers first, group by group, then producers, by cluster: of each application',
        `once nothing reads or writes '${cluster.name}' remove its topics in writing (removed), and then the cluster`,
      ],
      warns: [`'${cluster.name}' would be made anew, empty, and what it holds be lost`],
    }));
}
