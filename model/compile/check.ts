import type { Draft } from '../draft';
import { type Problem, problemAt } from '../problem';
import { isAtLeast } from '../profile';
import { askedOf, isWaivable, type Rule } from '../rule';
import { waiverFor } from '../waiver';

/** Every rule of the environment's profile on the whole description. A rule that throws is a problem of its own, not the end of the others. */
export function check(draft: Draft, rules: readonly Rule[]): Problem[] {
  return rules.flatMap((rule) => {
    const { code } = rule;
    if (rule.profile && !isAtLeast(draft.environment.profile, rule.profile)) return [];
    const { severity, profile } = askedOf(rule, draft.environment.profile);
    try {
      return [...rule.check(draft)].map(({ place, problem, fix, profile: asking = profile }) =>
        withWaiver(problemAt(place, { code, severity, profile: asking, problem, fix }), rule, draft),
      );
    } catch (error) {
      const problem = `the rule could not judge this description: ${error instanceof Error ? error.message : error}`;
      const fix = 'report it, with the description, as a fault of the kit';
      return [problemAt(draft.environment.origin.at(), { code, severity: 'error' as const, problem, fix })];
    }
  });
}

const withWaiver = (problem: Problem, rule: Rule, { today }: Draft): Problem =>
  isWaivable(rule) ? { ...problem, waiver: waiverFor(problem, today) } : problem;
