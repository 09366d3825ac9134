import { DataAwsKmsAlias } from '@cdktf/provider-aws/lib/data-aws-kms-alias';
import type { Construct } from 'constructs';
import { addressed } from '../../constructs/terraform/addressed';
import { KafkaAcl } from '../../constructs/terraform/kafka/acl';
import { secretsKeyName } from '../../constructs/terraform/msk/cluster';
import { MskScramCredential } from '../../constructs/terraform/msk/scram-credential';
import { terraformId } from '../../model/names';
import type { Principal, PrincipalUser, Shard } from '../../model/resolved';
import type { SecretRef } from '../../model/secret-ref';
import { brokersRead } from './access';
import type { PasswordArns } from './description/connection-access';
import { mskSettings } from './description/settings';
import type { FoundCluster } from './found-cluster';
import { awsClusterName } from './names';

/** Whoever proves itself by a password has one made; the others' certificates are made by nobody here. */
export const passwordOf = ({ credential }: PrincipalUser): SecretRef | undefined =>
  credential?.key === 'password' ? credential : undefined;

/**
 * Brokers beside whoever else: the first ACL of a topic closes it for all that have none. While a cluster is still open,
 * topics that no user's ACL closes are left without theirs, so that who was not described yet stays where he is.
 */
export function placeBrokersAcls(scope: Construct, shard: Shard, { scram, tls, iam }: FoundCluster): void {
  const { cluster, topics, topicsBySecret } = shard;
  const { open } = mskSettings(cluster);
  const addresses = (cluster.authentication.includes('scram-sha-512') ? scram : tls) ?? iam;
  for (const topic of topics)
    if (!open || topicsBySecret.has(topic.name))
      new KafkaAcl(scope, `brokers_read_topic_${terraformId(topic.name)}`, brokersRead(topic, addresses.private));
}

/** The key of a cluster's passwords, by its alias; SCRAM secrets are told it by its ARN. */
export function secretsKey(scope: Construct, { environment, cluster }: Shard): string {
  const name = mskSettings(cluster).secretsKey ?? `alias/${secretsKeyName(awsClusterName(environment, cluster))}`;
  return addressed(new DataAwsKmsAlias(scope, 'secrets-key', { name }), cluster.name).targetKeyArn;
}

/** Makes the passwords of an application's users, if they have some, and says where they and their key are. */
export const placePasswords = (
  scope: Construct,
  { users }: Principal,
  place: { readonly clusterArn: string; readonly key: string },
): PasswordArns[] => users.flatMap((user) => placePassword(scope, user, place) ?? []);

function placePassword(
  scope: Construct,
  user: PrincipalUser,
  { clusterArn, key }: { readonly clusterArn: string; readonly key: string },
): PasswordArns | undefined {
  const password = passwordOf(user);
  if (!password) return undefined;
  const { name } = user;
  const { secretArn } = new MskScramCredential(scope, name, {
    clusterArn,
    secretName: password.name,
    username: name,
    kmsKeyId: key,
    passwordVersion: password.version,
    // Another password is made at any time; a name that stays taken would keep the application from coming back.
    recoveryWindowInDays: 0,
  });
  return { secret: secretArn, key };
}
