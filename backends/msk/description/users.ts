import type { Application } from '../../../model/application';
import type { Cluster } from '../../../model/cluster';
import type { Draft } from '../../../model/draft';
import { mskClusters } from './clusters';
import type { RolesInput } from './roles';
import { mskSettings } from './settings';

export const iamQuotas = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, read 2026-11-21';

/** An application on a cluster of this back end, and what that cluster says of roles. */
export interface MskUser {
  readonly application: Application;
  readonly cluster: Cluster;
  readonly roles: RolesInput | undefined;
}

/** Those on clusters that are known. */
export function usersOn(draft: Draft): MskUser[] {
  const clusters = new Map(mskClusters(draft).map((cluster) => [cluster.name, cluster]));
  return [...draft.applications.values()].flatMap((application) => {
    const cluster = clusters.get(application.cluster);
    return cluster ? [{ application, cluster, roles: mskSettings(cluster).roles }] : [];
  });
}
