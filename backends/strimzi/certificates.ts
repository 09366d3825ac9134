import type { Construct } from 'constructs';
import { ServerCertificate } from '../../constructs/kubernetes/cert-manager/server-certificate';
import type { StrimziAuthority, StrimziKafkaProps } from '../../constructs/kubernetes/strimzi/kafka';
import type { Cluster } from '../../model/cluster';
import { daysIn, hoursIn } from '../../model/days';
import type { Environment } from '../../model/environment';
import type { CertificateAuthority } from './description/certificates';
import { strimziSettings } from './description/cluster';
import type { Listener } from './description/listener';
import { namespacesOf } from './namespaces';
import { listenerCertificate } from './secrets';

/** A certificate of cert-manager for each listener that has an issuer. */
export function placeCertificates(scope: Construct, cluster: Cluster, environment: Environment): void {
  const { namespace } = namespacesOf(environment);
  const { listeners, certificates } = strimziSettings(cluster);
  for (const listener of listeners) {
    if (!listener.issuer) continue;
    const name = listenerCertificate(cluster.name, listener.name);
    new ServerCertificate(scope, `certificate-${listener.name}`, {
      metadata: { name },
      secretName: name,
      dnsNames: dnsNamesOf(listener, { cluster: cluster.name, namespace }),
      lifetime: certificates.listeners && {
        duration: `${hoursIn(certificates.listeners.lasts)}h`,
        renewBefore: `${hoursIn(certificates.listeners.renewBefore)}h`,
      },
      issuer: { name: listener.issuer, kind: 'ClusterIssuer' },
    });
  }
}

/** The names of those certificates. */
export const listenerCertificatesOf = (cluster: Cluster): string[] =>
  strimziSettings(cluster).listeners.flatMap(({ name, issuer }) =>
    issuer ? [listenerCertificate(cluster.name, name)] : [],
  );

/** The authorities of a cluster, in Strimzi's words; what Strimzi does by itself is left to it. */
export function authoritiesOf(
  cluster: Cluster,
): Pick<StrimziKafkaProps, 'clusterCa' | 'clientsCa' | 'maintenanceTimeWindows'> {
  const { certificates, saysCertificates, signer } = strimziSettings(cluster);
  const { maintenanceWindows } = certificates;
  const said = (of: 'cluster' | 'clients'): StrimziAuthority =>
    saysCertificates.includes(of) ? authorityOf(certificates[of]) : {};
  return {
    clusterCa: said('cluster'),
    clientsCa: signer === 'operator' ? said('clients') : { generateCertificateAuthority: false },
    maintenanceTimeWindows: maintenanceWindows.length > 0 ? maintenanceWindows : undefined,
  };
}

const authorityOf = ({ lasts, renewBefore, atEnd, own }: CertificateAuthority): StrimziAuthority => ({
  generateCertificateAuthority: own ? false : undefined,
  validityDays: daysIn(lasts),
  renewalDays: daysIn(renewBefore),
  certificateExpirationPolicy: atEnd,
});

/**
 * Every name by which clients call the brokers. A wildcard stands for whatever brokers there are: one more of them needs
 * no other certificate, and no restart of the rest.
 */
export function dnsNamesOf(
  { name, type, host, brokerHosts }: Listener,
  { cluster, namespace }: { readonly cluster: string; readonly namespace: string },
): string[] {
  const services = {
    internal: [`${cluster}-kafka-bootstrap`, `*.${cluster}-kafka-brokers`],
    // Each broker has a Service of its own, which is called after its pool and id.
    'cluster-ip': [`${cluster}-kafka-${name}-bootstrap`, '*'],
  };
  const inside = type === 'internal' || type === 'cluster-ip' ? services[type] : [];
  const outside = [host, brokerHosts?.replace(/^[^.]*/, '*')].filter((given) => given !== undefined);
  const suffixes = [`${namespace}.svc`, `${namespace}.svc.cluster.local`];
  return [...inside.flatMap((service) => suffixes.map((suffix) => `${service}.${suffix}`)), ...outside];
}
