import type { Rule } from '../rule';

export const schemaRegistryRules: readonly Rule[] = [];
