import {
  type CalledWorkload,
  type CalledWorkloadInput,
  type ClusterWorkload,
  type ClusterWorkloadInput,
  workloadAuthentication,
} from '../workload';
import type { NormaliseContext, Written } from './normalise-context';

/** Decides every default that workloads on one cluster share. */
export function normaliseWorkload(
  { name, said, origin }: Written<ClusterWorkloadInput>,
  context: NormaliseContext,
): Omit<ClusterWorkload, 'instances'> {
  const cluster = said.cluster ?? context.onlyCluster ?? '';
  const authentication = said.authentication ?? workloadAuthentication(context.clusters.get(cluster)?.authentication);
  return { name, owner: said.owner, cluster, authentication, origin };
}

/** As well those of workloads that programs call. */
export const normaliseCalledWorkload = (
  written: Written<CalledWorkloadInput>,
  context: NormaliseContext,
): Omit<CalledWorkload, 'instances'> => ({
  ...normaliseWorkload(written, context),
  clients: written.said.clients ?? context.applicationNamespaces,
  issuer: written.said.issuer,
});
