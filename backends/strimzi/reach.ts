import type { KafkaClientAuthentication } from '../../constructs/kubernetes/strimzi/kafka-client';
import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { Reach } from '../contract';
import { credentialSecret } from './description/client-certificates';
import { bootstrapServers, listenerOf } from './listeners';
import { trustedCertificates } from './secrets';

/** By the Secrets that Strimzi makes beside the cluster: one for its authority, and one of each user's name. */
export function reach(
  cluster: Cluster,
  application: Pick<Application, 'name' | 'authentication' | 'user'>,
  environment: Environment,
): Reach {
  const { name, authentication, user = name } = application;
  const { proof } = securityOf(authentication);
  if (proof === 'identity') throw new Error(`Strimzi vouches for nobody: '${name}' needs a credential`);
  return {
    bootstrapServers: bootstrapServers(cluster, authentication, environment),
    trustedCertificates: trustedCertificates(cluster, listenerOf(cluster, authentication)),
    authentication: proofs[proof](user, credentialSecret(cluster, application)),
  };
}

const proofs = {
  password: (username, secretName) => ({
    type: 'scram-sha-512',
    username,
    passwordSecret: { secretName, password: 'password' },
  }),
  certificate: (_, secretName) => ({
    type: 'tls',
    certificateAndKey: { secretName, certificate: 'user.crt', key: 'user.key' },
  }),
} as const satisfies Record<string, (user: string, secretName: string) => KafkaClientAuthentication>;
