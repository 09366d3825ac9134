import type { Cluster } from '../../../model/cluster';
import type { Draft } from '../../../model/draft';

/** The clusters that rules of this back end are about. */
export function* mskClusters({ clusters }: Draft): Iterable<Cluster> {
  for (const cluster of clusters.values()) if (cluster.backend === 'msk') yield cluster;
}
