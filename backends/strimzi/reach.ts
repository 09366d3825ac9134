import type { MirrorMakerAuthentication } from '../../constructs/kubernetes/mirror-maker/mirror-maker';
import type { Application } from '../../model/application';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { Reach } from '../contract';
import { bootstrapServers, listenerOf } from './listeners';
import { namespacesOf } from './namespaces';
import { authoritySecret } from './secrets';

/** By the Secrets that Strimzi makes beside the cluster: one for its authority, and one of each user's name. */
export function reach(
  cluster: Cluster,
  { name, authentication }: Pick<Application, 'name' | 'authentication'>,
  environment: Environment,
): Reach {
  return {
    bootstrapServers: bootstrapServers(cluster.name, authentication, namespacesOf(environment).namespace),
    trustedCertificates: [{ secretName: authoritySecret(cluster), certificate: 'ca.crt' }],
    authentication: proofs[listenerOf(authentication).authentication](name),
  };
}

const proofs = {
  'scram-sha-512': (username) => ({
    type: 'scram-sha-512',
    username,
    passwordSecret: { secretName: username, password: 'password' },
  }),
  tls: (secretName) => ({
    type: 'tls',
    certificateAndKey: { secretName, certificate: 'user.crt', key: 'user.key' },
  }),
} as const satisfies Record<string, (user: string) => MirrorMakerAuthentication>;
