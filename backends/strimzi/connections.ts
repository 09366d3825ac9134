import type { Construct } from 'constructs';
import { ExternalSecret, type RemoteValue } from '../../constructs/kubernetes/external-secrets/external-secret';
import { SecretReader } from '../../constructs/kubernetes/external-secrets/secret-reader';
import { KubernetesSecretStore } from '../../constructs/kubernetes/external-secrets/secret-store';
import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Shard } from '../../model/resolved';
import { connectionFiles } from '../../render/mounted-connection';
import { connectionSecret } from './description/delivery';
import { bootstrapServers } from './listeners';
import { namespacesOf } from './namespaces';
import { authoritySecret } from './secrets';

/**
 * Brings each application's connection to where it runs, as the Secret `<application>-kafka`: what Strimzi made beside
 * the cluster, and its address. The shard's store reads the Secrets of its own users and no other.
 */
export function placeConnections(scope: Construct, { cluster, environment, key, principals: all }: Shard): void {
  // MirrorMaker runs beside the cluster, where the Secrets are.
  const principals = all.filter(({ application }) => !application.workload);
  if (principals.length === 0) return;
  const { namespace, applicationNamespace } = namespacesOf(environment);
  const metadata = { name: `kafka-${cluster.name}-${key}`, namespace: applicationNamespace, labels: { owner: key } };
  const reader = new SecretReader(scope, `${key}-reader`, {
    ...metadata,
    remoteNamespace: namespace,
    secrets: [authoritySecret(cluster), ...principals.map(({ application }) => application.name)],
  });
  new KubernetesSecretStore(scope, `${key}-store`, {
    metadata,
    remoteNamespace: namespace,
    serviceAccount: reader.serviceAccount,
  });
  for (const { application } of principals)
    new ExternalSecret(scope, `${application.name}-connection`, {
      metadata: {
        name: connectionSecret(application.name),
        namespace: applicationNamespace,
        labels: { owner: application.owner },
      },
      secretStore: metadata.name,
      values: secretsOf(application, cluster),
      template: {
        [connectionFiles.bootstrapServers]: bootstrapServers(cluster.name, application.authentication, namespace),
      },
      // A credential that was made anew does not wait for an hour.
      refreshInterval: '5m',
    });
}

/** Which keys of a user's Secret are which files. https://strimzi.io/docs/operators/latest/deploying.html#con-securing-client-authentication-str */
const credentialFiles = {
  password: { [connectionFiles.password]: 'password' },
  certificate: { [connectionFiles.certificate]: 'user.crt', [connectionFiles.key]: 'user.key' },
} as const;

function secretsOf({ name, authentication }: Application, cluster: Cluster): Record<string, RemoteValue> {
  const { proof } = securityOf(authentication);
  if (proof === 'identity') throw new Error(`Strimzi vouches for nobody: '${name}' needs a credential`);
  const own = Object.entries(credentialFiles[proof]).map(
    ([file, property]) => [file, { key: name, property }] as const,
  );
  return {
    ...Object.fromEntries(own),
    [connectionFiles.certificateAuthority]: { key: authoritySecret(cluster), property: 'ca.crt' },
  };
}
