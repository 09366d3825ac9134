import type { Cluster } from './cluster';

/** Three replicas, or one on each broker where there are fewer. */
export const defaultReplicationFactor = (cluster: Pick<Cluster, 'brokers'> | undefined): number =>
  Math.max(1, Math.min(3, cluster?.brokers ?? 3));

/** One of them may be down while producers are acknowledged. */
export const defaultMinInsyncReplicas = (replicationFactor: number): number => Math.max(1, replicationFactor - 1);
