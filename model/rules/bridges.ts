import type { Rule } from '../rule';

export const bridgeRules: readonly Rule[] = [];
