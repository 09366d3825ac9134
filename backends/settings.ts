import type { Settings } from '../model/loses-records';

/** Settings as an attribute of a plan has them: one that is `null` is not set, and what holds none counts as none. */
export const settingsFrom = (attribute: unknown): Settings =>
  typeof attribute === 'object' && attribute !== null
    ? Object.fromEntries(
        Object.entries(attribute).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};
