import type { Pins } from './pins';
import type { Origin } from './place';
import type { Finding, Severity } from './problem';

/** An environment's place in a chain of promotion. */
export interface ChainLink {
  readonly name: string;
  /** The environment before it. Absent: it is the head of its chain, and follows the working tree. */
  readonly promotesFrom?: string;
  readonly origin: Origin;
}

/** What became of the release that an environment is pinned to. */
export type ReleaseState = 'there' | 'missing' | 'unreadable' | 'changed';

/** A pinned release, as far as it can be read. */
export interface PinnedRelease {
  readonly state: ReleaseState;
  /** What its content hashes to, where that is not its name. */
  readonly actual?: string;
  readonly origin: Origin;
}

/** Everything that promotion knows of a project, whatever back end an environment is on: what these rules read. */
export interface Promotion {
  readonly links: readonly ChainLink[];
  /** Whether these are all environments of the project. With one file they may not be. */
  readonly whole: boolean;
  readonly pins: Pins;
  /** `pins.json`. */
  readonly pinsOrigin: Origin;
  /** Releases that are pinned, by id. */
  readonly releases: ReadonlyMap<string, PinnedRelease>;
  /** Overrides of nouns that the working tree has and the environment's release does not have yet. */
  readonly waiting: readonly WaitingOverride[];
  /** Environments that describe another platform than the head of their chain. */
  readonly strayed: readonly string[];
}

export interface WaitingOverride {
  readonly environment: string;
  readonly noun: 'topics' | 'applications';
  readonly name: string;
}

/** A problem of one environment's promotion. */
export interface PromotionFinding extends Finding {
  readonly environment: string;
}

/** A check of chains, pins and releases: what no rule of a single environment can see. */
export interface PromotionRule {
  /** Never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what holds. */
  readonly title: string;
  /** The best practice, vendor's page or users' pain that it comes from. */
  readonly source: string;
  check(promotion: Promotion): Iterable<PromotionFinding>;
}
