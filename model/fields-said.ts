/** The fields that a description says, and does not leave undefined as a program may. */
export const fieldsSaid = (said: object): string[] =>
  Object.entries(said).flatMap(([field, value]) => (value === undefined ? [] : field));
