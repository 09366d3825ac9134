import type { Rule } from '../../../../model/rule';

export const listenerRules: readonly Rule[] = [];
