import type { Rule } from '../rule';

/** KFK-X080 and following: what is recorded of who did what, and where it stays. */
export const auditRules: readonly Rule[] = [];
