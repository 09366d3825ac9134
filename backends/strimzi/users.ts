import type { Construct } from 'constructs';
import { ExternalSecret, type RemoteValue } from '../../constructs/kubernetes/external-secrets/external-secret';
import { StrimziUser, type StrimziUserProps } from '../../constructs/kubernetes/strimzi/user';
import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import { daysIn, endOfDay } from '../../model/days';
import type { Environment } from '../../model/environment';
import type { Principal, PrincipalUser, Shard } from '../../model/resolved';
import { clientSecretName, type SecretRef, type SecretStore } from '../../model/secret-ref';
import { connectionFiles } from '../../render/mounted-connection';
import { strimziAcls } from './access';
import { userLifetime } from './description/certificates';
import { strimziSettings } from './description/cluster';
import { passwordSecret } from './description/delivery';
import { namespacesOf } from './namespaces';
import { placeVaultCertificate } from './vault';

/** An application's users. */
export function placeUsers(scope: Construct, { application, users }: Principal, shard: Shard): void {
  for (const user of users) placeUser(scope, user, { application, shard });
}

/** A user with its rights, and where its password comes from when the operator does not make it up. */
function placeUser(
  scope: Construct,
  user: PrincipalUser,
  { application, shard: { cluster, environment } }: { readonly application: Application; readonly shard: Shard },
): void {
  const { name, permissions } = user;
  const { owner } = application;
  const stored = storedPassword(application, user);
  if (stored) {
    const { secretStore = '' } = namespacesOf(environment);
    new ExternalSecret(scope, `${name}-password`, {
      metadata: { name: passwordSecret(name), labels: { owner } },
      secretStore,
      secretStoreKind: 'ClusterSecretStore',
      values: { password: remoteValue(stored) },
      // A password that was made anew does not wait for an hour.
      refreshInterval: '5m',
    });
  }
  if (securityOf(application.authentication).proof === 'certificate')
    placeVaultCertificate(scope, cluster, { user: name, owner, endsAt: glassEnd(application) });
  const clientSecret = storedClientSecret(user);
  if (clientSecret)
    new ExternalSecret(scope, `${name}-client-secret`, {
      metadata: { name: clientSecretName(name), labels: { owner } },
      secretStore: namespacesOf(environment).secretStore ?? '',
      secretStoreKind: 'ClusterSecretStore',
      values: { [connectionFiles.clientSecret]: remoteValue(clientSecret) },
      refreshInterval: '5m',
    });
  new StrimziUser(scope, `user-${name}`, {
    // Whoever brings a token is the user that its claim says.
    metadata: { name: application.oauth?.user ?? name, labels: { owner } },
    cluster: cluster.name,
    authentication: authenticationOf(application, cluster),
    password: stored && { name: passwordSecret(name), key: 'password' },
    lifetime: lifetimeOf(cluster, environment),
    // The User Operator refuses ACLs where nobody looks at them.
    acls: strimziSettings(cluster).authorization === 'none' ? undefined : strimziAcls(permissions),
    quotas: quotasOf(application),
    // A person's access goes with its line, also where nobody recorded that it was there; another password is no loss.
    protect: application.operator === undefined,
  });
}

/** Broken glass is mended in a week, sooner than any profile lets a certificate end: so its certificate needs no deploy to end. */
const glassEnd = ({ operator, until }: Application): string | undefined =>
  operator === 'break-glass' && until !== undefined ? endOfDay(until) : undefined;

/** How long a certificate of this cluster's applications lasts, where the description or its profile says so. */
function lifetimeOf(cluster: Cluster, { profile }: Environment): StrimziUserProps['lifetime'] {
  const lifetime = userLifetime(strimziSettings(cluster).certificates, profile);
  return lifetime && { validityDays: daysIn(lifetime.lasts), renewalDays: daysIn(lifetime.renewBefore) };
}

/**
 * What is left of a user that is described no longer: nobody can sign in as it, and it may do nothing. Nothing protects
 * it: whoever prunes deletes it once its line is gone from the inventory.
 */
export function placeRevoked(scope: Construct, name: string, { key, cluster }: Shard): void {
  new StrimziUser(scope, `user-${name}`, {
    metadata: { name, labels: { owner: key } },
    cluster: cluster.name,
    acls: strimziSettings(cluster).authorization === 'none' ? undefined : [],
    protect: false,
  });
}

/** A principal of Kafka as Strimzi lists it: it puts the kind in front itself. */
export const userName = (principal: string): string => principal.replace(/^User:/, '');

/** The password of an application that lives in a store outside; what the kit runs itself needs none from there. */
export const storedPassword = (application: Application, { credential }: PrincipalUser): SecretRef | undefined =>
  credential?.key === 'password' && credential.store !== 'kubernetes' && !application.workload ? credential : undefined;

/** What a server of tokens gave an application, from a store outside; with none, somebody puts it beside the cluster. */
export const storedClientSecret = ({ credential }: PrincipalUser): SecretRef | undefined =>
  credential?.key === 'client-secret' && credential.store !== 'kubernetes' ? credential : undefined;

/** Stores whose secrets are objects of several values; a Key Vault's is one. */
const withProperties: ReadonlySet<SecretStore> = new Set(['vault', 'secrets-manager']);

export const remoteValue = ({ store, name, key }: SecretRef): RemoteValue => ({
  key: name,
  property: withProperties.has(store) ? key : undefined,
});

function authenticationOf({ authentication }: Application, cluster: Cluster): StrimziUserProps['authentication'] {
  const { proof } = securityOf(authentication);
  // Whoever brings a token has no credential here: the operator makes nothing but its rights.
  if (proof === 'identity') return undefined;
  if (proof === 'password') return 'scram-sha-512';
  return strimziSettings(cluster).signer === 'operator' ? 'tls' : 'tls-external';
}

const quotasOf = ({ quota }: Application) =>
  quota && {
    producerByteRate: quota.producer_byte_rate,
    consumerByteRate: quota.consumer_byte_rate,
    requestPercentage: quota.request_percentage,
  };
