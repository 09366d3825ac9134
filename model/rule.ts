import type { Draft } from './draft';
import type { Finding, Severity } from './problem';
import type { Profile } from './profile';

/** A check with a stable, literal code. */
export interface Rule {
  /** Never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** The mildest profile that asks for it. Default: every one. */
  readonly profile?: Profile;
  /** One sentence: what holds. */
  readonly title: string;
  /** The best practice, vendor's page or users' pain that it comes from. */
  readonly source: string;
  /** Whether an environment may set it aside in writing, although it is an error. Default: only warnings may be. */
  readonly waivable?: true;
  check(draft: Draft): Iterable<Finding>;
}

/** A warning may always be waived; an error only where its rule says that it is best practice. */
export const isWaivable = ({ severity, waivable }: Pick<Rule, 'severity' | 'waivable'>): boolean =>
  severity === 'warning' || waivable === true;
