import type { RuleCase } from './rule-case';

const operator = (said: object, name = 'oncall') => ({ operators: { [name]: { owner: 'orders', ...said } } });
const glass = (said: object = {}) =>
  operator({ role: 'break-glass', until: '2026-11-28', reason: 'INC-4711', ...said });
const strimzi = (...superUsers: string[]) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', superUsers },
});

export const operatorCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X001': { failing: operator({ role: 'admin' }, 'shop'), nearly: operator({ role: 'admin' }, 'shop-operator') },
  'KFK-X002': { failing: glass({ reason: '…' }), nearly: glass() },
  'KFK-X003': { failing: glass({ until: '2026-11-29' }), nearly: glass() },
  'KFK-X004': {
    failing: operator({ role: 'admin', until: '2026-02-30' }),
    nearly: operator({ role: 'admin', until: '2027-02-28' }),
  },
  'KFK-X005': { failing: glass({ until: '2026-11-20' }), nearly: glass({ until: '2026-11-21' }) },
  'KFK-X006': { failing: strimzi('User:*'), nearly: strimzi('User:admin') },
  'KFK-X007': { failing: strimzi('User:shop'), nearly: strimzi('User:shopper') },
  'KFK-X008': {
    failing: { profile: 'regulated', ...operator({ role: 'admin', reason: '…' }) },
    nearly: { profile: 'regulated', ...operator({ role: 'admin', reason: 'makes topics' }) },
  },
  'KFK-X009': {
    failing: { ...strimzi(), ...operator({ role: 'read-only' }) },
    nearly: { ...strimzi(), ...operator({ role: 'read-only', namespace: 'kafka-operators' }) },
  },
};
