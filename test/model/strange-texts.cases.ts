import type { RuleCase } from './rule-case';

const about = 'platform.topics[orders.created].description';

export const strangeTextCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X020': {
    failing: { [about]: 'for \u202Eeveryone' },
    // A joiner is how several scripts are written.
    nearly: { [about]: 'für alle: \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645,\n\tauch 👩\u200D🚀' },
  },
  'KFK-X021': {
    failing: { [about]: 'costs ${path.root}' },
    nearly: { [about]: 'costs $ {5}, 10 % {at most}, { { } }' },
  },
};
