import { at } from '../problem';
import { isAtLeast } from '../profile';
import { isDay } from '../removal';
import type { Rule } from '../rule';
import { lastDayOf, longestWaiver } from '../waiver';

export const waiversEnd: Rule = {
  code: 'KFK-W003',
  severity: 'error',
  profile: 'production',
  title: `A waiver is decided again within ${longestWaiver.production} days, in a regulated environment within ${longestWaiver.regulated}`,
  source: "users' pain: exceptions that nobody takes back (JulieOps #580)",
  *check({ environment, today }) {
    const { profile, waivers } = environment;
    const last = lastDayOf(profile, today);
    for (const [index, { expires }] of waivers.entries())
      if (last !== undefined && isDay(expires) && expires > last)
        yield at(environment, 'waivers', index, 'expires')
          .problem(
            `it holds until ${expires}, longer than the ${longestWaiver[profile]} days that ${isAtLeast(profile, 'regulated') ? 'a regulated' : 'a production'} environment gives`,
          )
          .fix(`write '${last}' or earlier`);
  },
};

export const waiverRules: readonly Rule[] = [waiversEnd];
