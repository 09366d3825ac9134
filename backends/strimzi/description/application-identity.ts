import type { ApplicationIdentity } from '../../../model/application-identity';
import { securityOf } from '../../../model/authentication';
import type { ClusterFacts } from '../../../model/cluster';
import type { Certificates, Signer } from './certificates';
import type { VaultSigner } from './vault-signer';

/** Who signs what applications of a cluster show. */
interface Signing {
  readonly certificates: Pick<Certificates, 'clients'>;
  readonly signer: Signer;
  readonly vault?: VaultSigner;
}

/** Whoever has a certificate is whom its subject names: so it counts who signs. Of other users nothing is known but where their credential is. */
export const applicationIdentity =
  (signing: Signing): NonNullable<ClusterFacts['identityOf']> =>
  ({ authentication }): ApplicationIdentity | undefined =>
    authentication !== '' && securityOf(authentication).proof === 'certificate'
      ? { who: [`whom ${signerIn(signing)} signs`] }
      : undefined;

function signerIn({ certificates, signer, vault }: Signing): string {
  // Brokers trust the authority: whoever gets any of its roles to sign is whom the subject names.
  if (vault) return `any role of ${authorityIn(vault)} (here '${vault.role}')`;
  if (signer === 'external') return 'an authority of somebody else';
  return certificates.clients.own ? 'an authority of your own' : 'the authority of the cluster';
}

/** One engine of all that there are. */
export const authorityIn = ({ mount, server, namespace }: VaultSigner): string =>
  `the authority '${mount}'${namespace === undefined ? '' : ` in the namespace '${namespace}'`} of ${server}`;
