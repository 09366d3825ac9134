import type { Rule } from '../rule';

/** KFK-X060 and following: what a topic's classification asks for, by profile. */
export const classificationRules: readonly Rule[] = [];
