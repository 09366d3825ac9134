import type { Rule } from '../../../../model/rule';

export const tieredStorageRules: readonly Rule[] = [];
