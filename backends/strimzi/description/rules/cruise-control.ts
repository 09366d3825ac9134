import type { Rule } from '../../../../model/rule';

export const cruiseControlRules: readonly Rule[] = [];
