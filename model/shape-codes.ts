/** Codes of what is wrong before or after the rules judge. Never reused. */
export const shapeCodes = {
  'KFK-S001': 'a key is not known here',
  'KFK-S002': 'a value is of another type than is needed',
  'KFK-S003': 'something that is needed is missing',
  'KFK-S004': 'a value is not one of those that are allowed',
  'KFK-U001': 'a quantity is no positive, whole amount with its unit',
  'KFK-Y001': 'a YAML or JSON file cannot be read',
  'KFK-Y002': 'a TypeScript or JavaScript file cannot be run',
  'KFK-Y003': 'the platform that an environment names cannot be read',
  'KFK-E007': 'two environments have one name',
  'KFK-E008': 'stacks of two environments have one name',
  'KFK-K291': 'clusters of two environments make, or have, what there is one of',
  'KFK-X097': 'one authority signs for clients of two environments (a warning)',
  'KFK-W001': 'a waiver names a rule that cannot be waived',
  'KFK-W002': 'a waiver finds nothing to waive (a warning)',
  'KFK-X077':
    'what was synthesized, and changed since, lets somebody do what nothing that is described asks for, or cannot be judged (`kafka-kit policy`)',
  'KFK-X079':
    'what was synthesized, and changed since, passes in the clear or asks nobody who he is (`kafka-kit policy`)',
  'KFK-W004': 'a waiver sets a rule aside that the profile does not ask for (a warning)',
  'KFK-W005': 'two waivers set the same aside (a warning)',
} as const;

export type ShapeCode = keyof typeof shapeCodes;
