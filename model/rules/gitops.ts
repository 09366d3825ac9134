import type { Rule } from '../rule';

export const gitOpsRules: readonly Rule[] = [];
