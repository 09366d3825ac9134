import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { lagExporterUser } from '../../render/monitoring/lag-exporter';
import type { LagExporterReach } from '../contract';
import { strimziSettings } from './description/cluster';
import { bootstrapServersOf, type Listener } from './description/listener';
import { certificateSecret } from './description/vault-signer';
import { watchingListener } from './description/watching';
import { namespacesOf } from './namespaces';
import { trustedCertificates } from './secrets';

/** How the lag exporter reaches a cluster: by a user of its own, or by a listener that asks for nothing. */
export function lagExporterReach(cluster: Cluster, environment: Environment): LagExporterReach {
  const settings = strimziSettings(cluster);
  const listener = watchingListener(settings.listeners);
  if (!listener) throw new Error(`nothing that watches '${cluster.name}' could reach it`);
  return {
    bootstrapServers: bootstrapServersOf(listener, {
      cluster: cluster.name,
      namespace: namespacesOf(environment).namespace,
    }),
    authentication: authenticationOf(listener),
    certificateSecret: listener.authentication === 'mtls' ? vaultsSecret(cluster) : undefined,
    tls: listener.tls,
    trustedCertificates: trustedCertificates(cluster, listener),
    authorization: settings.authorization,
  };
}

/** What Vault signs for it, where it signs for others. */
const vaultsSecret = (cluster: Cluster): string | undefined =>
  strimziSettings(cluster).vault && certificateSecret(lagExporterUser(cluster.name));

function authenticationOf({ authentication }: Listener): LagExporterReach['authentication'] {
  if (authentication === 'none') return 'none';
  const { proof } = securityOf(authentication);
  if (proof === 'identity') throw new Error('Strimzi vouches for nobody: the lag exporter needs a credential');
  return proofs[proof];
}

const proofs = { password: 'scram-sha-512', certificate: 'tls' } as const;
