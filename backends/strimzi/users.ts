import type { Construct } from 'constructs';
import { ExternalSecret, type RemoteValue } from '../../constructs/kubernetes/external-secrets/external-secret';
import { StrimziUser, type StrimziUserProps } from '../../constructs/kubernetes/strimzi/user';
import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Principal, Shard } from '../../model/resolved';
import type { SecretRef, SecretStore } from '../../model/secret-ref';
import { strimziAcls } from './access';
import { strimziSettings } from './description/cluster';
import { passwordSecret } from './description/delivery';
import { namespacesOf } from './namespaces';

/** A user with its rights, and where its password comes from when the operator does not make it up. */
export function placeUser(scope: Construct, principal: Principal, { cluster, environment }: Shard): void {
  const { application, permissions } = principal;
  const { name, owner } = application;
  const stored = storedPassword(principal);
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
  new StrimziUser(scope, `user-${name}`, {
    metadata: { name, labels: { owner } },
    cluster: cluster.name,
    authentication: authenticationOf(application, cluster),
    password: stored && { name: passwordSecret(name), key: 'password' },
    // The User Operator refuses ACLs where nobody looks at them.
    acls: strimziSettings(cluster).authorization === 'none' ? undefined : strimziAcls(permissions),
    quotas: quotasOf(application),
  });
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
const storedPassword = ({ application, credential }: Principal): SecretRef | undefined =>
  credential?.key === 'password' && credential.store !== 'kubernetes' && !application.workload ? credential : undefined;

/** Which part of a secret is the password: a Key Vault's is one value, others hold an object of several. */
const properties: Partial<Record<SecretStore, string>> = { vault: 'password', 'secrets-manager': 'password' };

const remoteValue = ({ store, name }: SecretRef): RemoteValue => ({ key: name, property: properties[store] });

function authenticationOf({ authentication }: Application, cluster: Cluster): StrimziUserProps['authentication'] {
  const { proof } = securityOf(authentication);
  // Whoever brings a token has no credential here: the operator makes nothing but its rights.
  if (proof === 'identity') return undefined;
  if (proof === 'password') return 'scram-sha-512';
  return strimziSettings(cluster).clientCertificates === 'external' ? 'tls-external' : 'tls';
}

const quotasOf = ({ quota }: Application) =>
  quota && {
    producerByteRate: quota.producer_byte_rate,
    consumerByteRate: quota.consumer_byte_rate,
    requestPercentage: quota.request_percentage,
  };
