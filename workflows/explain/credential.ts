import type { Resolved } from '../../model/resolved';
import { consumersOfCredential } from '../../model/secret-consumers';
import type { Explanation } from './lines';

/** What an application proves itself with, and who has to notice when that is made anew. */
export function credentialExplanation(resolved: Resolved, name: string): Explanation {
  const principal = resolved.shards
    .flatMap(({ principals }) => principals)
    .find(({ application }) => application.name === name);
  const { credential, application } = principal ?? {};
  if (!credential) return {};
  const made = resolved.clusters.get(application?.cluster ?? '')?.certificatesMade?.by;
  return {
    credential: `${credential.key} '${credential.name}' in the store ${credential.store}, version ${credential.version}`,
    ...(credential.key === 'certificate' && made ? { 'credential made by': made } : {}),
    'credential read by': consumersOfCredential(name, resolved).map(
      ({ kind, name: reader, namespace, reads, how }) =>
        `${kind} ${reader}${namespace ? ` in the namespace ${namespace}` : ''}: ${reads}; ${how}`,
    ),
  };
}
