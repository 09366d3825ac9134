import { untold } from '../literals';
import { formatPath } from '../place';
import type { Rule } from '../rule';

export const noSecretAnywhere: Rule = {
  code: 'KFK-X050',
  severity: 'error',
  title: 'No description holds a secret, whatever it is written for',
  source:
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html: what is in a repository once is in its history for ever',
  // Something that is made at random may be no secret at all: whoever says so puts a name and a day to it.
  waivable: true,
  *check({ literals, clusters }) {
    for (const { place, key } of untold(literals, clusters))
      yield {
        place,
        problem: key
          ? `one of the names in ${formatPath(place.path)} looks like a secret, and everybody who reads the description would know it`
          : 'it looks like a secret, and everybody who reads the description would know it',
        fix: 'take it out, make it anew where it is valid, and refer to where it is kept: it stays in the history of the repository',
      };
  },
};

export const literalRules: readonly Rule[] = [noSecretAnywhere];
