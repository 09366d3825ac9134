import type { KafkaClientAuthentication } from '../../constructs/kubernetes/strimzi/kafka-client';
import type { TrustedCertificate } from '../../constructs/kubernetes/strimzi/trusted-certificate';
import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { Reach } from '../contract';
import type { Listener } from './description/listener';
import { bootstrapServers, listenerOf } from './listeners';
import { authoritySecret } from './secrets';

/** By the Secrets that Strimzi makes beside the cluster: one for its authority, and one of each user's name. */
export function reach(
  cluster: Cluster,
  { name, authentication, user = name }: Pick<Application, 'name' | 'authentication' | 'user'>,
  environment: Environment,
): Reach {
  const { proof } = securityOf(authentication);
  if (proof === 'identity') throw new Error(`Strimzi vouches for nobody: '${name}' needs a credential`);
  return {
    bootstrapServers: bootstrapServers(cluster, authentication, environment),
    trustedCertificates: [trusted(cluster, listenerOf(cluster, authentication))],
    authentication: proofs[proof](user),
  };
}

/** While Strimzi puts a new key of its authority in place, brokers are signed by the one before, which is in the Secret as well. */
const trusted = (cluster: Cluster, listener: Listener): TrustedCertificate => ({
  secretName: authoritySecret(cluster, listener),
  certificate: 'ca.crt',
  ...(listener.issuer ? {} : { pattern: '*.crt' }),
});

const proofs = {
  password: (username) => ({
    type: 'scram-sha-512',
    username,
    passwordSecret: { secretName: username, password: 'password' },
  }),
  certificate: (secretName) => ({
    type: 'tls',
    certificateAndKey: { secretName, certificate: 'user.crt', key: 'user.key' },
  }),
} as const satisfies Record<string, (user: string) => KafkaClientAuthentication>;
