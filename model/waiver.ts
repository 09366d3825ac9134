import { z } from 'zod';
import { dayAfter, millisecondsOfDay } from './days';
import type { Profile } from './profile';
import { unsaid } from './reason';

/** Sets one rule aside at one place, in writing, for a time. */
export interface WaiverInput {
  /** The rule's code, such as `KFK-T015`: a warning, or an error of best practice. */
  readonly code: string;
  /** The place as the problem names it: `topics['orders.created'].partitions`. */
  readonly path: string;
  /** Why the rule does not hold here. */
  readonly reason: string;
  /** Who answers for it: an owner of the platform. */
  readonly owner: string;
  /** The last day (`2026-12-31`) on which it holds. */
  readonly expires: string;
}

export const waiverShape = z.strictObject({
  code: z.string(),
  path: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: z.string(),
}) satisfies z.ZodType<WaiverInput>;

/** For how many days a rule may be set aside at most, by profile. Absent: for as long as somebody says. */
export const longestWaiver = {
  baseline: undefined,
  production: 365,
  regulated: 90,
} as const satisfies Record<Profile, number | undefined>;

/** The same of what is accepted in writing: a gap that nobody can close is looked at once a year. */
export const longestAcceptance = {
  baseline: undefined,
  production: 365,
  regulated: 365,
} as const satisfies Record<Profile, number | undefined>;

/** The last day for which something may be said today that holds so many days at most. */
export const lastDayOf = (days: number | undefined, today: string): string | undefined =>
  days === undefined ? undefined : dayAfter(today, days * millisecondsOfDay);

/** A waiver to be pasted: its reason and its owner are still to be said. */
export const waiverFor = (problem: { readonly code: string; readonly path: string }, today: string): WaiverInput => ({
  code: problem.code,
  path: problem.path,
  reason: unsaid,
  owner: unsaid,
  // As long as the strictest profile lets one hold.
  expires: dayAfter(today, longestWaiver.regulated * millisecondsOfDay),
});
