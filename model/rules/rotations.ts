import type { Rule } from '../rule';

/** KFK-X040 and following: how long credentials last, and whether two of them are accepted. */
export const rotationRules: readonly Rule[] = [];
