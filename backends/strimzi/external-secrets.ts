import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Resolved, Shard } from '../../model/resolved';
import { clientSecretName } from '../../model/secret-ref';
import type { MonitoredSecrets } from '../../render/monitoring/monitored';
import { strimziSettings } from './description/cluster';
import { connectionSecret, passwordSecret } from './description/delivery';
import { certificateSecret } from './description/vault-signer';
import { lagExporterReach } from './lag-exporter';
import { namespaceOf, namespacesOf } from './namespaces';
import { storedClientSecret, storedPassword } from './users';

/** What External Secrets brings and makes for a cluster, beside it and where applications run. Absent: nothing. */
export function externalSecretsOf(
  cluster: Cluster,
  { environment, shards }: Pick<Resolved, 'environment' | 'shards'>,
): MonitoredSecrets | undefined {
  const users = shards.filter((shard) => shard.cluster.name === cluster.name).flatMap(usersOf);
  const connected = connectedOf(cluster, users);
  const passwords = users.flatMap(({ user, password }) => (password ? [passwordSecret(user)] : []));
  const clientSecrets = users.flatMap(({ user, clientSecret }) => (clientSecret ? [clientSecretName(user)] : []));
  const certificates = [...new Set([...ownCertificate(cluster, environment), ...certificatesOf(cluster, users)])];
  const brought = [
    ...connected.map(({ name }) => connectionSecret(name)),
    ...passwords,
    ...clientSecrets,
    ...certificates,
  ];
  if (brought.length === 0) return undefined;
  const elsewhere = connected.map((application) => namespaceOf(application, environment));
  return {
    brought: brought.sort(),
    made: environment.secrets.generated ? passwords.sort() : [],
    namespaces: [...new Set([namespacesOf(environment).namespace, ...elsewhere])].sort(),
    renewBefore: certificates.length > 0 ? strimziSettings(cluster).certificates.users?.renewBefore : undefined,
  };
}

type Brought = ReturnType<typeof usersOf>[number];

const usersOf = ({ principals }: Shard) =>
  principals.flatMap(({ application, users }) =>
    users.map((user) => ({
      application,
      user: user.name,
      password: storedPassword(application, user),
      clientSecret: storedClientSecret(user),
    })),
  );

/** What the kit runs itself is beside the cluster, where the Secrets are. */
const connectedOf = (cluster: Cluster, users: readonly Brought[]) =>
  strimziSettings(cluster).connections === 'access-operator'
    ? []
    : [...new Set(users.map(({ application }) => application))].filter(({ workload }) => !workload);

const certificatesOf = (cluster: Cluster, users: readonly Brought[]): string[] =>
  strimziSettings(cluster).vault
    ? users.flatMap(({ application, user }) =>
        securityOf(application.authentication).proof === 'certificate' ? [certificateSecret(user)] : [],
      )
    : [];

/** Of what watches the cluster. */
function ownCertificate(cluster: Cluster, environment: Resolved['environment']): string[] {
  const { certificateSecret: own } = lagExporterReach(cluster, environment);
  return own === undefined ? [] : [own];
}
