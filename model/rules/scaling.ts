import type { Rule } from '../rule';

export const scalingRules: readonly Rule[] = [];
