import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { VaultCertificate } from '../../constructs/kubernetes/external-secrets/vault-certificate';
import type { Cluster } from '../../model/cluster';
import { lagExporterUser } from '../../render/monitoring/lag-exporter';
import { strimziSettings } from './description/cluster';
import { certificateSecret, vaultAccount, vaultTimes } from './description/vault-signer';
import { watchingListener } from './description/watching';

/** What Vault is asked by, and the certificate of what watches the cluster. */
export function placeVault(scope: Construct, cluster: Cluster): void {
  const { vault, listeners } = strimziSettings(cluster);
  if (!vault) return;
  new k8s.KubeServiceAccount(scope, 'vault-account', {
    metadata: { name: vaultAccount(cluster.name) },
    // Nobody runs as it: External Secrets asks for tokens in its name.
    automountServiceAccountToken: false,
  });
  if (watchingListener(listeners)?.authentication === 'mtls')
    placeVaultCertificate(scope, cluster, { user: lagExporterUser(cluster.name) });
}

/** A user's key and certificate, where Vault signs them. */
export function placeVaultCertificate(
  scope: Construct,
  cluster: Cluster,
  { user, owner, endsAt }: { readonly user: string; readonly owner?: string; readonly endsAt?: string },
): void {
  const { vault, certificates } = strimziSettings(cluster);
  if (!vault || !certificates.users) return;
  const { server, mount, role, login, authority, namespace } = vault;
  new VaultCertificate(scope, `${user}-certificate`, {
    metadata: { name: certificateSecret(user), labels: owner === undefined ? undefined : { owner } },
    vault: {
      server,
      mount,
      role,
      authority,
      vaultNamespace: namespace,
      login: { ...login, serviceAccount: vaultAccount(cluster.name) },
    },
    commonName: user,
    ...vaultTimes(certificates.users),
    endsAt,
  });
}
