import { entriesOf } from '../by-name';
import { at } from '../problem';
import { isAtLeast } from '../profile';
import { isDay } from '../removal';
import type { Rule } from '../rule';
import { lastDayOf, longestAcceptance, longestWaiver } from '../waiver';

export const waiversEnd: Rule = {
  code: 'KFK-W003',
  severity: 'error',
  profile: 'production',
  title: `A waiver is decided again within ${longestWaiver.production} days, in a regulated environment within ${longestWaiver.regulated}; what is accepted, within ${longestAcceptance.regulated}`,
  source: "users' pain: exceptions that nobody takes back (JulieOps #580)",
  *check({ environment, today }) {
    const { profile, waivers, accepts } = environment;
    const dated = [
      ...waivers.map(({ expires: day }, index) => ({
        day,
        field: ['waivers', index, 'expires'],
        days: longestWaiver[profile],
      })),
      ...entriesOf(accepts).flatMap(([feature, said]) =>
        said ? [{ day: said.until, field: ['accepts', feature, 'until'], days: longestAcceptance[profile] }] : [],
      ),
    ];
    for (const { day, field, days } of dated) {
      const last = lastDayOf(days, today);
      if (last !== undefined && isDay(day) && day > last)
        yield at(environment, ...field)
          .problem(
            `it holds until ${day}, longer than the ${days} days that ${isAtLeast(profile, 'regulated') ? 'a regulated' : 'a production'} environment gives`,
          )
          .fix(`write '${last}' or earlier`);
    }
  },
};

export const waiverRules: readonly Rule[] = [waiversEnd];
