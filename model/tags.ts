import type { Environment } from './environment';

/** What of an environment's is labelled: a cluster's own resources, or those of one application or topic on it. */
export interface Tagged {
  readonly cluster: string;
  /** Absent: it is the cluster's. */
  readonly owner?: string;
}

/** The tags of everything that a cloud bills: the description's, and the kit's own, which nobody says otherwise. */
export const tagsOf = ({ name, tags }: Pick<Environment, 'name' | 'tags'>, { cluster, owner }: Tagged) => ({
  ...tags,
  'managed-by': 'kafka-platform-kit',
  environment: name,
  cluster,
  ...(owner === undefined ? {} : { owner }),
});
