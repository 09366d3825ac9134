import type { Rule } from '../rule';

/** KFK-X010 and following: what is denied, and from which hosts what is allowed holds. */
export const denialRules: readonly Rule[] = [];
