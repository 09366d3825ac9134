import type { Cluster } from './cluster';
import type { Environment } from './environment';

/** What of an environment's is labelled: a cluster's own resources, or those of one application or topic on it. */
export interface Tagged {
  readonly cluster: string;
  /** Absent: it is the cluster's. */
  readonly owner?: string;
}

/** Tags of the kit's own, which nobody says otherwise: bills and audits are read by them. */
export const kitTags = ['managed-by', 'environment', 'cluster', 'owner'] as const;

/** The tags of everything that a cloud bills: the description's, and the kit's own. */
export const tagsOf = ({ name, tags }: Pick<Environment, 'name' | 'tags'>, { cluster, owner }: Tagged) =>
  ({
    ...tags,
    'managed-by': 'kafka-platform-kit',
    environment: name,
    cluster,
    ...(owner === undefined ? {} : { owner }),
  }) satisfies { readonly [tag in (typeof kitTags)[number]]?: string };

/** What a vendor takes as a tag. A row of data, and a rule by being there; a legal tag is passed on as it is. */
export interface TagLimits {
  /** Stable and literal: `KFK-E022`. */
  readonly code: string;
  /** Who takes them: `AWS`, `Azure`, `an Azure DNS zone`. */
  readonly vendor: string;
  /** Whether a cluster has something that they hold for. Default: every cluster of the back end has. */
  readonly holdsFor?: (cluster: Cluster, environment: Environment) => boolean;
  /** How many tags a resource has, the kit's own among them. */
  readonly most: number;
  /** Characters of a name, of the shortest that any of the resources takes. */
  readonly name: number;
  /** Characters of a value. */
  readonly value: number;
  /** What a name is made of, and what to use instead. */
  readonly nameForm: { readonly form: RegExp; readonly fix: string };
  /** What a value is made of. Default: anything. */
  readonly valueForm?: { readonly form: RegExp; readonly fix: string };
  /** Whether `Team` and `team` are one name. */
  readonly ignoresCase: boolean;
  readonly source: string;
  /** The day on which the source was read. */
  readonly read: string;
}
