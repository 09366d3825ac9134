import type { Cluster } from '../../../../model/cluster';
import { clustersOn, type Draft } from '../../../../model/draft';

/** What the rules of this back end are about. */
export const strimziClusters = (draft: Pick<Draft, 'clusters'>): Cluster[] => clustersOn(draft, 'strimzi');
