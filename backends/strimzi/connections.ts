import type { Construct } from 'constructs';
import { KafkaAccess } from '../../constructs/kubernetes/access-operator/kafka-access';
import {
  ExternalSecret,
  type ExternalSecretProps,
  type RemoteValue,
} from '../../constructs/kubernetes/external-secrets/external-secret';
import { SecretReader } from '../../constructs/kubernetes/external-secrets/secret-reader';
import { KubernetesSecretStore } from '../../constructs/kubernetes/external-secrets/secret-store';
import type { TrustedCertificate } from '../../constructs/kubernetes/strimzi/trusted-certificate';
import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { groupBy } from '../../model/group-by';
import { hasClientSecret } from '../../model/oauth';
import type { Shard } from '../../model/resolved';
import { clientSecretName } from '../../model/secret-ref';
import { connectionFiles } from '../../render/mounted-connection';
import { credentialSecret } from './description/client-certificates';
import { strimziSettings } from './description/cluster';
import { connectionSecret } from './description/delivery';
import { bootstrapServers, listenerOf } from './listeners';
import { namespaceOf, namespacesOf } from './namespaces';
import { clusterAuthority, trustedCertificates } from './secrets';

/**
 * Brings each application's connection to where it runs, as the Secret `<application>-kafka`: what Strimzi made beside
 * the cluster, and its address.
 */
export function placeConnections(scope: Construct, shard: Shard): void {
  // What the kit runs itself is beside the cluster, where the Secrets are.
  const applications = shard.principals.map(({ application }) => application).filter(({ workload }) => !workload);
  const byNamespace = groupBy(applications, (application) => namespaceOf(application, shard.environment));
  for (const [namespace, here] of byNamespace) {
    if (strimziSettings(shard.cluster).connections === 'access-operator')
      for (const application of here) placeAccess(scope, application, { shard, namespace });
    else placeExternalSecrets(scope, here, { shard, namespace });
  }
}

interface Place {
  readonly shard: Shard;
  readonly namespace: string;
}

/** By an operator that reads everything, and is told to whom to bring what. */
function placeAccess(scope: Construct, application: Application, { shard, namespace }: Place): void {
  const { cluster, environment } = shard;
  const { name, owner, authentication, user } = application;
  new KafkaAccess(scope, `${name}-connection`, {
    metadata: { name: connectionSecret(name), namespace, labels: { owner } },
    kafka: { name: cluster.name, namespace: namespacesOf(environment).namespace },
    listener: listenerOf(cluster, authentication).name,
    user: credentialFilesOf(application, cluster) ? (user ?? name) : undefined,
  });
}

/** By a store that reads the Secrets of these users and of their authorities, and no other. */
function placeExternalSecrets(scope: Construct, applications: readonly Application[], { shard, namespace }: Place) {
  const { cluster, environment, key } = shard;
  const { namespace: remoteNamespace } = namespacesOf(environment);
  const metadata = { name: storeOf(shard, namespace), namespace, labels: { owner: key } };
  // Beside the cluster roles of all namespaces are together.
  const suffix = suffixOf(environment, namespace);
  const values = new Map(applications.map((application) => [application, readOf(application, cluster)]));
  const reader = new SecretReader(scope, `${key}-reader${suffix}`, {
    ...metadata,
    remoteNamespace,
    secrets: secretsRead(applications, cluster),
  });
  new KubernetesSecretStore(scope, `${key}-store${suffix}`, {
    metadata,
    remoteNamespace,
    serviceAccount: reader.serviceAccount,
  });
  for (const [{ name, user = name, owner, authentication }, wanted] of values)
    new ExternalSecret(scope, `${name}-connection`, {
      metadata: { name: connectionSecret(name), namespace, labels: { owner } },
      secretStore: metadata.name,
      ...wanted,
      template: {
        [connectionFiles.bootstrapServers]: bootstrapServers(cluster, authentication, environment),
        // With its password the user may change, too: programs read both.
        ...(securityOf(authentication).proof === 'password' ? { [connectionFiles.username]: user } : {}),
      },
      // A credential that was made anew does not wait for an hour.
      refreshInterval: '5m',
    });
}

const suffixOf = (environment: Environment, namespace: string): string =>
  namespace === namespacesOf(environment).applicationNamespace ? '' : `--${namespace}`;

/** The store of a namespace, and whoever may read for it. */
export const storeOf = ({ cluster, environment, key }: Shard, namespace: string): string =>
  `kafka-${cluster.name}-${key}${suffixOf(environment, namespace)}`;

/** The Secrets beside the cluster that applications need to reach it. */
export const secretsRead = (applications: readonly Application[], cluster: Cluster): string[] =>
  secretsOf(applications.map((application) => readOf(application, cluster)));

type Read = Pick<ExternalSecretProps, 'values' | 'joined' | 'bundled'>;

/** The Secrets that are read, authorities first. */
function secretsOf(read: readonly Read[]): string[] {
  const authorities = read.flatMap(({ values, joined, bundled }) => [
    ...(values[connectionFiles.certificateAuthority] ? [values[connectionFiles.certificateAuthority]] : []),
    ...Object.values(joined ?? {}),
    ...Object.values(bundled ?? {}).flat(),
  ]);
  const others = read.flatMap(({ values }) => Object.values(values));
  return [...new Set([...authorities, ...others].map((secret) => secret?.key ?? ''))];
}

/** Which keys of a user's Secret are which files. https://strimzi.io/docs/operators/latest/deploying.html#con-securing-client-authentication-str */
const credentialFiles = {
  password: { [connectionFiles.password]: 'password' },
  certificate: { [connectionFiles.certificate]: 'user.crt', [connectionFiles.key]: 'user.key' },
} as const;

/**
 * The same as PKCS12, in the user's Secret and in that of the authority, where Strimzi keeps those of before, too. Since
 * 1.1 it makes neither with `STRIMZI_PKCS12_KEYSTORE_GENERATION=false`.
 */
const keystoreFiles = { [connectionFiles.keystore]: 'user.p12', [connectionFiles.keystorePassword]: 'user.password' };
const trustStoreFiles = { [connectionFiles.trustStore]: 'ca.p12', [connectionFiles.trustStorePassword]: 'ca.password' };

/** Absent: the operator makes no credential, and the application brings its own token or certificate. */
export function credentialFilesOf(
  { authentication, keystores }: Application,
  cluster: Cluster,
): Record<string, string> | undefined {
  const { proof } = securityOf(authentication);
  if (proof === 'identity') return undefined;
  const foreign = proof === 'certificate' && strimziSettings(cluster).signer === 'external';
  if (foreign) return undefined;
  return { ...credentialFiles[proof], ...(proof === 'certificate' && keystores === 'pkcs12' ? keystoreFiles : {}) };
}

function readOf(application: Application, cluster: Cluster): Read {
  const files = Object.entries(credentialFilesOf(application, cluster) ?? {});
  const from = (secret: string, wanted: readonly (readonly [string, string])[]) =>
    Object.fromEntries(wanted.map(([file, property]) => [file, { key: secret, property }]));
  return withAuthorities(trustedCertificates(cluster, listenerOf(cluster, application.authentication)), {
    ...from(credentialSecret(cluster, application), files),
    ...(application.keystores === 'pkcs12' ? from(clusterAuthority(cluster), Object.entries(trustStoreFiles)) : {}),
    ...tokenFilesOf(application, cluster),
  });
}

/** One file with everybody who is trusted: whoever restarts while an authority is replaced must know the next already. */
function withAuthorities(trusted: readonly TrustedCertificate[], values: Read['values']): Read {
  const file = connectionFiles.certificateAuthority;
  const exact = trusted.map(({ secretName, certificate }) => ({ key: secretName, property: certificate }));
  const [first, ...others] = exact;
  if (trusted.some(({ pattern }) => pattern !== undefined))
    return { values, joined: { [file]: { key: first?.key ?? '', suffix: '.crt' } } };
  if (first && others.length === 0) return { values: { ...values, [file]: first } };
  return { values, bundled: { [file]: exact } };
}

/** What an application needs to ask for tokens: its secret, and the authority of whom it asks. */
function tokenFilesOf({ name, oauth }: Application, cluster: Cluster): Record<string, RemoteValue> {
  if (!oauth) return {};
  const { authority } = listenerOf(cluster, 'oauth').oauth ?? {};
  return {
    ...(hasClientSecret(oauth)
      ? { [connectionFiles.clientSecret]: { key: clientSecretName(name), property: connectionFiles.clientSecret } }
      : {}),
    ...(authority !== undefined && oauth.tokenFile === undefined
      ? { [connectionFiles.tokenAuthority]: { key: authority, property: 'ca.crt' } }
      : {}),
  };
}
