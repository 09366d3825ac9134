import { compare } from './by-name';
import { formatFile, formatPath, type Key, type Origin, type Place } from './place';
import type { Profile } from './profile';
import { visible } from './strange-text';
import type { WaiverInput } from './waiver';

/** An error stops `synth` and `deploy`; a warning is shown. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong in a description, told to the person who wrote it. */
export interface Problem {
  /** Stable and literal, such as `KFK-T007`; never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** The file where the value was written, with `:line:column` for YAML. Absent for descriptions made in memory. */
  readonly file?: string;
  /** Bracketed where a key is no identifier: `topics['orders.created'].partitions`. */
  readonly path: string;
  /** What is wrong: the value given and what is allowed. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
  /** The mildest profile that asks for it. Absent: every one. */
  readonly profile?: Profile;
  /** What sets it aside in writing, once somebody says why and answers for it. Absent: it cannot be waived. */
  readonly waiver?: WaiverInput;
}

export const problemAt = (place: Place, problem: Omit<Problem, 'file' | 'path'>): Problem => ({
  code: problem.code,
  severity: problem.severity,
  file: formatFile(place),
  path: visible(formatPath(place.path)),
  problem: visible(problem.problem),
  fix: visible(problem.fix),
  ...(problem.profile && { profile: problem.profile }),
});

/** What a rule yields: a problem that does not know its rule's code and severity yet. */
export interface Finding {
  readonly place: Place;
  readonly problem: string;
  readonly fix: string;
  /** The mildest profile that asks for this one. Default: its rule's. */
  readonly profile?: Profile;
}

/** `at(topic, 'partitions').problem('…').fix('…')`: a finding at the place where the field was written. */
export const at = (noun: { readonly origin: Origin }, ...field: readonly Key[]) => ({
  problem: (problem: string) => ({
    fix: (fix: string): Finding => ({ place: noun.origin.at(...field), problem, fix }),
  }),
});

/** With the profile that asks for this very bound: a stricter one may ask where a milder one is content. */
export const askedFor = (profile: Profile | undefined, finding: Finding): Finding =>
  profile ? { ...finding, profile } : finding;

/** Files in order, then paths, then codes: the same problems always print the same way. */
export const byPlace = (a: Problem, b: Problem): number =>
  // Lines and columns count as numbers: 9:3 comes before 22:7.
  files.compare(a.file ?? '', b.file ?? '') ||
  compare(a.path, b.path) ||
  compare(a.code, b.code) ||
  compare(a.problem, b.problem);

/** Made once: a file may have a hundred thousand problems. */
const files = new Intl.Collator('en', { numeric: true });
