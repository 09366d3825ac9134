import type { Key } from './place';

/** A place in a description: each step is a key, or any. */
export type PathPattern = readonly (string | '*')[];

/** Whether a path leads to such a place. */
export const isAt = (path: readonly Key[], pattern: PathPattern): boolean =>
  path.length === pattern.length && isWithin(path, pattern);

/** Whether a path leads to such a place, or to what is in it. */
export const isWithin = (path: readonly Key[], pattern: PathPattern): boolean =>
  path.length >= pattern.length && pattern.every((step, index) => step === '*' || step === path[index]);
