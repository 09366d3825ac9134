import {
  type CalledWorkload,
  type CalledWorkloadInput,
  type ClusterWorkload,
  type ClusterWorkloadInput,
  workloadAuthentication,
} from '../workload';
import type { CalledContext, NormaliseContext, Written } from './normalise-context';

/** Decides every default that workloads on one cluster share. */
export function normaliseWorkload(
  { name, said, origin }: Written<ClusterWorkloadInput>,
  context: NormaliseContext,
): Omit<ClusterWorkload, 'instances'> {
  const cluster = said.cluster ?? context.onlyCluster ?? '';
  const authentication = said.authentication ?? workloadAuthentication(context.clusters.get(cluster)?.authentication);
  return { name, owner: said.owner, cluster, authentication, origin };
}

/** As well those of workloads that programs call, but for what differs between them. */
export function normaliseCalledWorkload(
  written: Written<CalledWorkloadInput>,
  context: CalledContext,
): Omit<CalledWorkload, 'instances' | 'memory'> {
  const workload = normaliseWorkload(written, context);
  const { clients, issuer } = written.said;
  return { ...workload, clients: clients ?? context.applicationNamespaces(workload.cluster), issuer };
}
