import { untold } from '../literals';
import { formatPath } from '../place';
import { at } from '../problem';
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

export const makesPasswords: Rule = {
  code: 'KFK-X051',
  severity: 'error',
  title: 'Whether passwords are made in a store is said where a user on Kubernetes has one there',
  source: 'https://external-secrets.io/latest/api/pushsecret/',
  *check({ environment, clusters, applications, broken }) {
    const { store, generated } = environment.secrets;
    const has = [...applications.values()].some(({ cluster: name, authentication, workload }) => {
      const cluster = clusters.get(name);
      const inStore = store !== undefined && store !== 'kubernetes' && cluster?.secretStores.includes(store);
      return cluster?.appliedBy === 'kubernetes' && inStore && !workload && /^scram-/.test(authentication);
    });
    if (!generated && !has && broken.isEmpty)
      yield at(environment, 'secrets', 'generated')
        .problem(
          'no application of a cluster on Kubernetes has its password in a store outside, so nothing would be made',
        )
        .fix('remove it');
  },
};

export const secretRules: readonly Rule[] = [noSecretAnywhere, makesPasswords];
