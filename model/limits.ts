import type { Key } from './place';
import type { Severity } from './problem';

/** What a limit counts; `rules/limits.ts` knows how to measure each. */
export type Measure =
  | 'topic-name-length'
  | 'replicas-per-broker'
  | 'brokers'
  | 'users-with-password'
  | 'cluster-name-length'
  | 'principal-name-length'
  | 'topics'
  | 'partitions'
  | 'partitions-of-topic'
  | 'compacted-partitions'
  | 'partitions-not-compacted'
  | 'clusters-of-tier'
  | 'brokers-of-back-end'
  | 'retention-hours'
  | 'record-batch-bytes'
  | 'group-name-length'
  | 'grants'
  | 'connections'
  | 'groups'
  | 'passwords-per-topic'
  | 'password-user-name-length'
  | OwnMeasure;

/** What only a back end's own settings say, and it counts itself. */
export const ownMeasures = [
  'consumer-groups-of-hub',
  'consumer-group-name-length',
  'schema-groups',
  'schema-group-name-length',
  'addresses-let-in',
  'networks-let-in',
] as const;
export type OwnMeasure = (typeof ownMeasures)[number];

/** What a cluster's settings have of each, and where it is written. */
export type Counted = Readonly<
  Partial<Record<OwnMeasure, readonly { readonly value: number; readonly field: readonly Key[] }[]>>
>;

/** A vendor's limit: a row of its back end, and a rule by being there. */
export interface Limit {
  /** Stable and literal: `KFK-L001`. */
  readonly code: string;
  /** One sentence: what holds. */
  readonly title: string;
  readonly measure: Measure;
  readonly max: number;
  /** Whether each unit of a cluster adds as much. Default: false. */
  readonly perUnit?: boolean;
  /** The tiers or sizes of the vendor that it holds for. Default: all. */
  readonly tiers?: readonly string[];
  readonly unit: string;
  /** What to do besides having less: another tier, another cluster. Default: there is nothing else. */
  readonly instead?: string;
  readonly severity: Severity;
  readonly source: string;
  /** The day on which the source was read. */
  readonly read: string;
}
