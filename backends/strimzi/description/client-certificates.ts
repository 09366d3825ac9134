import { z } from 'zod';
import type { Application } from '../../../model/application';
import type { Cluster, ClusterFacts } from '../../../model/cluster';
import type { Certificates, Signer } from './certificates';
import {
  certificateSecret,
  signerSaid,
  type VaultCertificatesInput,
  type VaultSigner,
  vaultCertificatesShape,
  vaultSigner,
} from './vault-signer';

export type ClientCertificatesInput = 'operator' | 'external' | VaultCertificatesInput;

export const clientCertificatesShape = z.union([z.enum(['operator', 'external']), vaultCertificatesShape]);

export interface Signed {
  /** Who signs certificates of clients. */
  readonly signer: Signer;
  /** Where Vault does. */
  readonly vault?: VaultSigner;
}

export function signedBy(said: ClientCertificatesInput = 'operator'): Signed {
  if (typeof said === 'string') return { signer: said };
  return { signer: 'vault', vault: vaultSigner(said) };
}

/** The Secret beside the cluster with what an application proves itself with: the operator's, unless Vault made it. */
export function credentialSecret(
  cluster: Pick<Cluster, 'certificatesMade'>,
  { name, authentication, user = name }: Pick<Application, 'name' | 'authentication' | 'user'>,
): string {
  const vaults = authentication === 'mtls' ? cluster.certificatesMade?.secretOf?.(user) : undefined;
  return vaults ?? user;
}

/** What `explain` says of an application's certificate, and where it is. */
export const certificatesMade = ({
  signer,
  vault,
  certificates,
}: Signed & { readonly certificates: Pick<Certificates, 'users'> }): ClusterFacts['certificatesMade'] => {
  if (vault) return { by: signerSaid(vault, certificates), renewed: true, secretOf: certificateSecret };
  return signer === 'external'
    ? { by: 'somebody else signs it, and brings it', renewed: false }
    : { by: 'the User Operator signs it, and renews it', renewed: true };
};
