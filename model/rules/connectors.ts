import type { Rule } from '../rule';

export const connectorRules: readonly Rule[] = [];
