import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { CredentialReads } from '../../model/credential-reads';
import { groupBy } from '../../model/group-by';
import type { PrincipalUser, Resolved, Shard } from '../../model/resolved';
import { clientSecretName } from '../../model/secret-ref';
import { lagExporterUser } from '../../render/monitoring/lag-exporter';
import { credentialFilesOf, secretsRead, storeOf } from './connections';
import { strimziSettings } from './description/cluster';
import { connectionSecret, passwordSecret } from './description/delivery';
import { certificateSecret } from './description/vault-signer';
import { lagExporterReach } from './lag-exporter';
import { namespaceOf, namespacesOf } from './namespaces';
import { remoteValue, storedClientSecret, storedPassword } from './users';

/** Which credential comes to whom, of one cluster: whoever reads another one is somebody else. */
export function credentialReadsOf(cluster: Cluster, { environment, shards }: Resolved): CredentialReads {
  const here = shards.filter((shard) => shard.cluster.name === cluster.name);
  const users = here.flatMap(({ principals }) =>
    principals.flatMap(({ application, users: own }) => own.map((user) => ({ application, user }))),
  );
  const { vault } = strimziSettings(cluster);
  const { namespace } = namespacesOf(environment);
  const signed = [
    ...users.flatMap(({ application, user }) =>
      securityOf(application.authentication).proof === 'certificate' ? [user.name] : [],
    ),
    ...(lagExporterReach(cluster, environment).certificateSecret ? [lagExporterUser(cluster.name)] : []),
  ];
  const { secretStore = '' } = namespacesOf(environment);
  return {
    reads: Object.fromEntries([
      ...here.flatMap(connectionReads),
      ...users.flatMap(({ application, user }) => userReads(application, user, { namespace, secretStore })),
      ...(vault ? signed.map((user) => certificateRead(certificateSecret(user), namespace)) : []),
    ]),
    issued: Object.fromEntries(
      vault
        ? signed.map((user) => {
            const { server, mount, role, namespace: vaults = '' } = vault;
            const row = { user, server, path: `${mount}/issue/${role}`, namespace: vaults };
            return [`${namespace}/${certificateSecret(user)}`, row] as const;
          })
        : [],
    ),
  };
}

type Reads = readonly [object: string, reads: readonly string[]];

/** What is brought to where applications run, and by whom. */
function connectionReads(shard: Shard): Reads[] {
  const { cluster, environment, principals } = shard;
  const { namespace: beside } = namespacesOf(environment);
  const applications = principals.map(({ application }) => application).filter(({ workload }) => !workload);
  if (strimziSettings(cluster).connections === 'access-operator')
    return applications.map((application) => [
      `KafkaAccess/${namespaceOf(application, environment)}/${connectionSecret(application.name)}`,
      credentialFilesOf(application, cluster) ? [application.user ?? application.name] : [],
    ]);
  return [...groupBy(applications, (application) => namespaceOf(application, environment))].flatMap(
    ([namespace, own]) => {
      const store = storeOf(shard, namespace);
      return [
        [`Role/${beside}/${store}`, secretsRead(own, cluster)],
        [`RoleBinding/${beside}/${store}`, [`ServiceAccount/${namespace}/${store}`]],
        ...own.map(
          (application): Reads => [
            `ExternalSecret/${namespace}/${connectionSecret(application.name)}`,
            secretsRead([application], cluster).map((secret) => `${store}/${secret}`),
          ],
        ),
      ] as Reads[];
    },
  );
}

/** What is brought beside the cluster from a store outside, and what is made in it. */
function userReads(
  application: Application,
  user: PrincipalUser,
  { namespace, secretStore }: { readonly namespace: string; readonly secretStore: string },
): Reads[] {
  const password = storedPassword(application, user);
  const clientSecret = storedClientSecret(user);
  const secret = passwordSecret(user.name);
  const from = (name: string) => [`${secretStore}/${name}`];
  return [
    [`KafkaUser/${namespace}/${application.oauth?.user ?? user.name}`, password ? [secret] : []],
    ...(password
      ? ([
          [`ExternalSecret/${namespace}/${secret}`, from(remoteValue(password).key)],
          [`PushSecret/${namespace}/${secret}`, from(remoteValue(password).key)],
        ] as const)
      : []),
    ...(clientSecret
      ? ([[`ExternalSecret/${namespace}/${clientSecretName(user.name)}`, from(remoteValue(clientSecret).key)]] as const)
      : []),
  ];
}

const certificateRead = (secret: string, namespace: string): Reads => [
  `ExternalSecret/${namespace}/${secret}`,
  [`VaultDynamicSecret/${secret}`],
];
