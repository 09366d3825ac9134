import type { Rule } from '../rule';

/** KFK-X001 and following: what operators may do, and until when. */
export const operatorRules: readonly Rule[] = [];
