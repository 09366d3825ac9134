import { securityOf } from '../../model/authentication';
import { compare } from '../../model/by-name';
import { growsOld } from '../../model/held-secret';
import type { Resolved } from '../../model/resolved';
import { credentialAges } from '../../model/rotations';
import type { CredentialEvidence } from './evidence-shape';

/** How each application and operator proves who it is, where that is kept, and how old it is. */
export function credentialEvidence(resolved: Resolved, day: string): CredentialEvidence[] {
  const ages = new Map(credentialAges(resolved, day).map((age) => [age.application, age]));
  return resolved.shards
    .flatMap(({ principals }) => principals)
    .map(({ application, credential }) => {
      const { name, owner, cluster, authentication } = application;
      const age = ages.get(name);
      return {
        who: name,
        owner,
        cluster,
        authentication,
        proof: securityOf(authentication).proof,
        store: credential?.store ?? null,
        version: credential && growsOld(application, resolved.clusters) ? (age?.version ?? credential.version) : null,
        since: age?.since ?? null,
        due: age?.due ?? null,
        overdue: age?.overdue ?? false,
        overlap: age?.overlap !== undefined,
      };
    })
    .sort((a, b) => compare(a.who, b.who));
}
