import type { Draft } from './draft';
import type { Finding, Severity } from './problem';
import { isAtLeast, type Profile } from './profile';

/** A check with a stable, literal code. */
export interface Rule {
  /** Never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** The mildest profile in which a warning is an error. Default: none, its severity is the same everywhere. */
  readonly errorFrom?: Profile;
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

/** How severe a rule is in an environment of a profile, and the mildest profile that asks for it so. */
export const askedOf = (
  { severity, errorFrom, profile }: Pick<Rule, 'severity' | 'errorFrom' | 'profile'>,
  here: Profile,
): Pick<Rule, 'severity' | 'profile'> =>
  errorFrom !== undefined && isAtLeast(here, errorFrom)
    ? { severity: 'error', profile: errorFrom }
    : { severity, profile };

/** A warning may always be waived; an error only where its rule says that it is best practice. */
export const isWaivable = ({
  severity,
  errorFrom,
  waivable,
}: Pick<Rule, 'severity' | 'errorFrom' | 'waivable'>): boolean =>
  (severity === 'warning' && errorFrom === undefined) || waivable === true;
