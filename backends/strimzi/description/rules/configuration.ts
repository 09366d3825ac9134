import type { Rule } from '../../../../model/rule';

export const configurationRules: readonly Rule[] = [];
