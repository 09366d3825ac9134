import type { Construct } from 'constructs';
import { ExternalSecret, type RemoteValue } from '../../constructs/kubernetes/external-secrets/external-secret';
import { SecretReader } from '../../constructs/kubernetes/external-secrets/secret-reader';
import { KubernetesSecretStore } from '../../constructs/kubernetes/external-secrets/secret-store';
import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Shard } from '../../model/resolved';
import { labelsOf } from './labels';
import { listenerOf } from './listeners';
import { namespacesOf } from './namespaces';
import { authoritySecret } from './secrets';

/**
 * Brings each application's connection to where it runs: what Strimzi made beside the cluster, and what is no secret,
 * in a Secret `<application>-kafka`. The shard's store reads the Secrets of its own users and no other.
 */
export function placeConnections(scope: Construct, { cluster, environment, key, principals }: Shard): void {
  if (principals.length === 0) return;
  const { namespace, applicationNamespace } = namespacesOf(environment);
  const metadata = { name: `kafka-${cluster.name}-${key}`, namespace: applicationNamespace, labels: labelsOf(key) };
  const reader = new SecretReader(scope, 'reader', {
    ...metadata,
    remoteNamespace: namespace,
    secrets: [authoritySecret(cluster), ...principals.map(({ application }) => application.name)],
  });
  new KubernetesSecretStore(scope, 'store', {
    metadata,
    remoteNamespace: namespace,
    serviceAccount: reader.serviceAccount,
  });
  for (const { application } of principals)
    new ExternalSecret(scope, `${application.name}-connection`, {
      metadata: {
        name: `${application.name}-kafka`,
        namespace: applicationNamespace,
        labels: labelsOf(application.owner),
      },
      secretStore: metadata.name,
      values: secretsOf(application, cluster),
      template: plainOf(application, cluster, namespace),
      // A credential that was made anew does not wait for an hour.
      refreshInterval: '5m',
    });
}

/** What Strimzi puts into a user's Secret, under the names that its Access Operator gives to applications. */
const secretKeys = {
  password: { password: 'password', 'sasl.jaas.config': 'sasl.jaas.config' },
  certificate: { 'ssl.keystore.crt': 'user.crt', 'ssl.keystore.key': 'user.key' },
} as const;

/** https://github.com/strimzi/kafka-access-operator#using-access-operator */
function secretsOf({ name, authentication }: Application, cluster: Cluster): Record<string, RemoteValue> {
  const { proof } = securityOf(authentication);
  if (proof === 'identity')
    throw new Error(`Strimzi makes a credential for '${name}', whatever '${authentication}' is`);
  const own = Object.entries(secretKeys[proof]).map(([key, property]) => [key, { key: name, property }] as const);
  return {
    ...Object.fromEntries(own),
    'ssl.truststore.crt': { key: authoritySecret(cluster), property: 'ca.crt' },
  };
}

function plainOf({ name, authentication }: Application, cluster: Cluster, namespace: string): Record<string, string> {
  const { protocol, mechanism } = securityOf(authentication);
  return {
    'bootstrap.servers': `${cluster.name}-kafka-bootstrap.${namespace}.svc:${listenerOf(authentication).port}`,
    'security.protocol': protocol,
    ...(mechanism ? { 'sasl.mechanism': mechanism, username: name } : {}),
  };
}
