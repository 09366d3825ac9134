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
  *check(draft) {
    if (draft.environment.disposable) return;
    for (const application of draft.applications.values()) {
      if (draft.broken.has('applications', application.name)) continue;
      const plan = signInPlan(application, draft.inventory);
      if (plan)
        yield at(application, 'authentication')
          .problem([plan.change, ...(plan.warns ?? [])].join(': '))
          .fix(`${plan.steps.join('; ')}; a waiver of KFK-I024 says that it stands still`);
    }
  },
};

export const recordedApplicationRules: readonly Rule[] = [signsInAsBefore];
