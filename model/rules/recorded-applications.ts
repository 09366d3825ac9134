import { at } from '../problem';
import type { Rule } from '../rule';
import { signInPlan } from '../sign-in-plan';

export const signsInAsBefore: Rule = {
  code: 'KFK-I024',
  severity: 'error',
  waivable: true,
  title: 'An application does not sign in otherwise while it runs',
  source:
    'what lets it in before and after are the rights of two principals, and one apply takes the one and makes the other',
  *check({ environment, applications, inventory, broken }) {
    if (environment.disposable) return;
    for (const application of applications.values()) {
      if (broken.has('applications', application.name)) continue;
      const plan = signInPlan(application, inventory);
      if (plan)
        yield at(application, 'authentication')
          .problem(`${plan.change}: ${plan.warns}`)
          .fix(
            `${plan.steps.map((step, index) => `${index + 1}. ${step}`).join('; ')}; a waiver of KFK-I024 says that it stands still`,
          );
    }
  },
};

export const recordedApplicationRules: readonly Rule[] = [signsInAsBefore];
