import type { StrimziListener } from '../../constructs/kubernetes/strimzi/listener';
import type { Application } from '../../model/application';
import { compare } from '../../model/by-name';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { Resolved } from '../../model/resolved';
import { authorityFile } from './authorities';
import { strimziSettings } from './description/cluster';
import { bootstrapServersOf, type Listener, listenerFor } from './description/listener';
import { watchingListener } from './description/watching';
import { namespaceOf, namespacesOf } from './namespaces';
import { listenerCertificate } from './secrets';

/** @throws Error for what no rule should have let pass */
export function listenerOf(cluster: Cluster, authentication: string): Listener {
  const found = listenerFor(strimziSettings(cluster).listeners, authentication);
  if (!found) throw new Error(`'${cluster.name}' has no listener for '${authentication}'`);
  return found;
}

/** The address by which whoever proves itself in this way reaches the cluster. */
export const bootstrapServers = (cluster: Cluster, authentication: string, environment: Environment): string =>
  bootstrapServersOf(listenerOf(cluster, authentication), {
    cluster: cluster.name,
    namespace: namespacesOf(environment).namespace,
  });

/** The listeners of a cluster, each open to those who use it. */
export const listenersOf = (cluster: Cluster, resolved: Resolved): StrimziListener[] =>
  strimziSettings(cluster).listeners.map((listener) => ({
    name: listener.name,
    port: listener.port,
    type: listener.type,
    tls: listener.tls,
    authentication: authenticationOf(listener),
    namespaces: namespacesLetIn(listener, cluster, resolved),
    certificateSecret: listener.issuer && listenerCertificate(cluster.name, listener.name),
    host: listener.host,
    brokerHosts: listener.brokerHosts,
    class: listener.class,
    loadBalancerSourceRanges: listener.loadBalancerSourceRanges,
    parentRefs: listener.gateway && [parentRef(listener.gateway)],
  }));

function authenticationOf({ name, authentication, oauth }: Listener): StrimziListener['authentication'] {
  if (authentication === 'none') return undefined;
  if (authentication === 'mtls') return 'tls';
  if (authentication === 'scram-sha-512') return authentication;
  if (!oauth) throw new Error(`the listener '${name}' knows no server of tokens`);
  return {
    validIssuerUri: oauth.issuer,
    jwksEndpointUri: oauth.jwks,
    audience: oauth.audience,
    userNameClaim: oauth.userNameClaim,
    trustedCertificateFile: oauth.authority && authorityFile(name),
  };
}

const parentRef = ({ name, namespace, section }: NonNullable<Listener['gateway']>) => ({
  name,
  namespace,
  sectionName: section,
});

/**
 * Namespaces of those who use the listener, and no other: applications with flows by where they run, and the cluster's own
 * where something of the kit there does. From outside come addresses that no policy knows; those who prove nothing are
 * nobody whom a description names.
 */
function namespacesLetIn(listener: Listener, cluster: Cluster, resolved: Resolved): string[] | undefined {
  const { type, authentication } = listener;
  if ((type !== 'internal' && type !== 'cluster-ip') || authentication === 'none') return undefined;
  const { environment, applications, flows } = resolved;
  const busy = new Set(flows.map((flow) => flow.application));
  const { listeners } = strimziSettings(cluster);
  const here = ({ name, cluster: where, workload }: Application) =>
    where === cluster.name && (workload !== undefined || busy.has(name));
  const users = [...applications.values()].filter(
    (user) => here(user) && listenerFor(listeners, user.authentication)?.name === listener.name,
  );
  const scaled = users.some(({ scaling }) => scaling !== undefined);
  const watched = watchingListener(listeners)?.name === listener.name;
  return [
    ...new Set([
      ...users.map((user) => namespaceOf(user, environment)),
      // KEDA asks for an application's lag from where it runs itself.
      ...(scaled ? [namespacesOf(environment).kedaNamespace] : []),
      ...(watched ? [namespacesOf(environment).namespace] : []),
    ]),
  ].sort(compare);
}
