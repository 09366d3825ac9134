import type { StrimziListener } from '../../constructs/kubernetes/strimzi/listener';
import type { Authentication } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Resolved } from '../../model/resolved';
import { strimziSettings } from './description/cluster';
import { namespacesOf } from './namespaces';
import { listenerCertificate } from './secrets';

/** The port of each way to prove who one is; 9091 and below are Strimzi's own. */
const listeners = {
  'scram-sha-512': { name: 'scram', port: 9093, authentication: 'scram-sha-512' },
  mtls: { name: 'tls', port: 9094, authentication: 'tls' },
} as const satisfies Partial<Record<Authentication, StrimziListener>>;

/** @throws Error for what no rule should have let pass */
export function listenerOf(authentication: string): StrimziListener {
  const found = Object.entries(listeners).find(([name]) => name === authentication);
  if (!found) throw new Error(`a Strimzi cluster has no listener for '${authentication}'`);
  return found[1];
}

/** The listener's address, by a name that the brokers' certificates hold, whoever signed them. */
export const bootstrapServers = (cluster: string, authentication: string, namespace: string): string =>
  `${cluster}-kafka-bootstrap.${namespace}.svc:${listenerOf(authentication).port}`;

/** One listener for each way to prove who one is. */
export function listenersOf(cluster: Cluster, { environment }: Resolved): StrimziListener[] {
  const { namespace, applicationNamespace } = namespacesOf(environment);
  const certificateSecret = strimziSettings(cluster).issuer ? listenerCertificate(cluster.name) : undefined;
  return cluster.authentication.map((authentication) => ({
    ...listenerOf(authentication),
    // Beside applications: MirrorMaker and what watches lag.
    namespaces: [applicationNamespace, namespace],
    certificateSecret,
  }));
}
