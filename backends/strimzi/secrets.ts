import type { TrustedCertificate } from '../../constructs/kubernetes/strimzi/trusted-certificate';
import type { Cluster } from '../../model/cluster';
import type { Listener } from './description/listener';

/** The Secret with the certificate that brokers present on a listener, where cert-manager makes it. */
export const listenerCertificate = (cluster: string, listener: string): string => `${cluster}-listener-${listener}`;

/** Where Strimzi keeps the authority of brokers. */
export const clusterAuthority = ({ name }: Pick<Cluster, 'name'>): string => `${name}-cluster-ca-cert`;

/**
 * Whom clients of a listener trust. While Strimzi puts a new key of its authority in place, brokers of both are met, and
 * the one before is in the Secret as well; beside a certificate of cert-manager there is its own key, and one authority.
 */
export function trustedCertificates(cluster: Pick<Cluster, 'name'>, listener: Listener): readonly TrustedCertificate[] {
  const { name, issuer, authorities } = listener;
  if (!issuer) return [{ secretName: clusterAuthority(cluster), certificate, pattern: '*.crt' }];
  return (authorities ?? [listenerCertificate(cluster.name, name)]).map((secretName) => ({ secretName, certificate }));
}

const certificate = 'ca.crt';
