import type { Construct } from 'constructs';
import { ServerCertificate } from '../../constructs/kubernetes/cert-manager/server-certificate';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { strimziSettings } from './description/cluster';
import type { Listener } from './description/listener';
import { namespacesOf } from './namespaces';
import { listenerCertificate } from './secrets';

/** A certificate of cert-manager for each listener that has an issuer. */
export function placeCertificates(scope: Construct, cluster: Cluster, environment: Environment): void {
  const { namespace } = namespacesOf(environment);
  for (const listener of strimziSettings(cluster).listeners) {
    if (!listener.issuer) continue;
    const name = listenerCertificate(cluster.name, listener.name);
    new ServerCertificate(scope, `certificate-${listener.name}`, {
      metadata: { name },
      secretName: name,
      dnsNames: dnsNamesOf(listener, { cluster: cluster.name, namespace }),
      issuer: { name: listener.issuer, kind: 'ClusterIssuer' },
    });
  }
}

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
