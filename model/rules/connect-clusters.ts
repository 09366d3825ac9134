import type { Rule } from '../rule';

export const connectClusterRules: readonly Rule[] = [];
