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
  | 'retention-hours'
  | 'record-batch-bytes'
  | 'group-name-length'
  | 'grants';

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
  readonly severity: Severity;
  readonly source: string;
  /** The day on which the source was read. */
  readonly read: string;
}
