import type { Application } from '../application';
import type { ClusterWorkload, Workload } from '../workload';

/** What a workload is on its cluster, beside its name. */
export interface WorkloadUser extends Pick<Application, 'description' | 'grants'> {
  readonly kind: Exclude<Workload['kind'], 'replication'>;
}

/** A workload on one cluster is an application of its name, which may do what its flows and its grants say. */
export const workloadApplication = (
  { name, owner, cluster, instances, authentication, origin }: ClusterWorkload,
  { kind, description, grants }: WorkloadUser,
): Application => ({
  name,
  owner,
  description,
  cluster,
  transactional: false,
  instances,
  authentication,
  workload: { kind, name },
  grants,
  origin,
});
