import { clustersOn, type Draft } from '../../../model/draft';

/** The clusters that rules of this back end are about. */
export const mskClusters = (draft: Draft) => clustersOn(draft, 'msk');
