/**
 * How strict the rules are, each with those before it: `baseline` everywhere, `production` where outages and losses hurt,
 * `regulated` where an auditor asks.
 */
export const profiles = ['baseline', 'production', 'regulated'] as const;
export type Profile = (typeof profiles)[number];

/** Whether what a profile asks for holds in an environment, too. */
export const isAtLeast = (profile: Profile, least: Profile): boolean =>
  profiles.indexOf(profile) >= profiles.indexOf(least);
