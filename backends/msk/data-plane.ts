import { DataAwsKmsAlias } from '@cdktf/provider-aws/lib/data-aws-kms-alias';
import { DataAwsMskCluster } from '@cdktf/provider-aws/lib/data-aws-msk-cluster';
import type { Construct } from 'constructs';
import { addressed } from '../../constructs/terraform/addressed';
import { KafkaAcl } from '../../constructs/terraform/kafka/acl';
import { KafkaProvider } from '../../constructs/terraform/kafka/provider';
import { secretsKeyName } from '../../constructs/terraform/msk/cluster';
import { MskConnectionParameter } from '../../constructs/terraform/msk/connection-parameter';
import { MskIamPolicy, type MskIamPolicyProps } from '../../constructs/terraform/msk/iam-policy';
import { MskScramCredential } from '../../constructs/terraform/msk/scram-credential';
import { MskTopic } from '../../constructs/terraform/msk/topic';
import { securityOf } from '../../model/authentication';
import type { Settings } from '../../model/loses-records';
import { terraformId } from '../../model/names';
import type { Principal, Shard } from '../../model/resolved';
import { kafkaConfig, type Topic } from '../../model/topic';
import type { Attributes, TerraformDataPlane } from '../contract';
import { placeKafkaAccess } from '../kafka-access';
import { placeRemovals } from '../removals';
import { settingsFrom } from '../settings';
import { brokersRead } from './access';
import { mskSettings } from './description/cluster';
import { readsItsConnection } from './description/connection-access';
import { iamStatements } from './description/iam-access';
import { awsClusterName, connectionName, policyName } from './names';
import { placeProvider } from './provider';

/** What both ways have in common: topics by AWS' own API, found and protected alike. */
const common = {
  topicsFirst: false,
  dataBearing: new Set(['aws_msk_topic']),
  settingsOf,
  createdOnce: new Map([['aws_msk_topic', '{cluster_arn},{name}']]),
  variables: () => [],
} satisfies Omit<TerraformDataPlane, 'needs' | 'place'>;

/** A cluster whose applications all use IAM: nothing in it needs to reach a broker. */
export const mskIamDataPlane: TerraformDataPlane = {
  ...common,
  needs: 'cloud-api',
  place(scope, shard) {
    const cluster = placeTopics(scope, shard);
    for (const principal of shard.principals) {
      const parameter = placeConnection(scope, shard, principal, cluster);
      placePolicy(scope, shard, principal, {
        clusterArn: cluster.arn,
        statements: iamStatements(principal.permissions),
        awsStatements: readsItsConnection(parameter),
      });
    }
  },
};

/** A cluster with users who have passwords: their ACLs and quotas are written to brokers, as an IAM role. */
export const mskAclDataPlane: TerraformDataPlane = {
  ...common,
  needs: 'brokers',
  place(scope, shard) {
    const cluster = placeTopics(scope, shard);
    new KafkaProvider(scope, 'kafka', {
      bootstrapServers: cluster.bootstrapBrokersSaslIam,
      saslMechanism: 'aws-iam',
      saslAwsRegion: mskSettings(shard.cluster).region,
    });
    for (const topic of shard.topics)
      new KafkaAcl(
        scope,
        `brokers_read_topic_${terraformId(topic.name)}`,
        brokersRead(topic, cluster.bootstrapBrokersSaslScram),
      );
    const byPassword = shard.principals.filter(({ credential }) => credential);
    const key = byPassword.length > 0 ? secretsKey(scope, shard) : '';
    for (const principal of shard.principals) {
      const parameter = placeConnection(scope, shard, principal, cluster);
      const secret = placeUser(scope, principal, { clusterArn: cluster.arn, kmsKeyId: key });
      placePolicy(scope, shard, principal, {
        clusterArn: cluster.arn,
        // Who has a password is let in by ACLs, and needs of IAM only to read it.
        statements: secret === undefined ? iamStatements(principal.permissions) : [],
        awsStatements: readsItsConnection(parameter, secret === undefined ? undefined : { secret, key }),
      });
    }
  },
};

/** The provider says them as JSON; what cannot be read counts as none. */
function settingsOf({ configs }: Attributes): Settings {
  try {
    return settingsFrom(JSON.parse(String(configs)));
  } catch {
    return {};
  }
}

/** Returns the cluster as AWS knows it: no stack reads another's state. */
function placeTopics(scope: Construct, shard: Shard): DataAwsMskCluster {
  const { cluster, environment, topics } = shard;
  placeProvider(scope, cluster, environment);
  const found = addressed(
    new DataAwsMskCluster(scope, 'cluster', { clusterName: awsClusterName(environment, cluster) }),
    cluster.name,
  );
  for (const topic of topics) placeTopic(scope, topic, found.arn);
  placeRemovals(scope, shard);
  return found;
}

function placeTopic(scope: Construct, topic: Topic, clusterArn: string): void {
  new MskTopic(scope, terraformId(topic.name), {
    clusterArn,
    name: topic.name,
    partitionCount: topic.partitions,
    replicationFactor: topic.replicationFactor,
    configs: kafkaConfig(topic),
    preventDestroy: true,
  });
}

/** Returns the parameter's ARN. */
function placeConnection(
  scope: Construct,
  { environment, cluster }: Shard,
  { application, credential }: Principal,
  found: DataAwsMskCluster,
): string {
  const { mechanism = '' } = securityOf(application.authentication);
  const parameter = new MskConnectionParameter(scope, application.name, {
    name: connectionName(environment, cluster, application),
    bootstrapServers: credential ? found.bootstrapBrokersSaslScram : found.bootstrapBrokersSaslIam,
    saslMechanism: mechanism,
    secretName: credential?.name,
  });
  return parameter.arn;
}

function placePolicy(
  scope: Construct,
  { environment, cluster }: Shard,
  { application }: Principal,
  allowed: Pick<MskIamPolicyProps, 'clusterArn' | 'statements' | 'awsStatements'>,
): void {
  new MskIamPolicy(scope, application.name, {
    name: policyName(environment, cluster, application),
    description: `What ${application.name} may do on ${awsClusterName(environment, cluster)}`,
    ...allowed,
  });
}

function secretsKey(scope: Construct, { environment, cluster }: Shard): string {
  const name = mskSettings(cluster).secretsKey ?? `alias/${secretsKeyName(awsClusterName(environment, cluster))}`;
  return addressed(new DataAwsKmsAlias(scope, 'secrets-key', { name }), cluster.name).targetKeyArn;
}

interface UserPlace {
  readonly clusterArn: string;
  readonly kmsKeyId: string;
}

/** Returns the ARN of the secret with the password, if the application has one. */
function placeUser(scope: Construct, principal: Principal, place: UserPlace): string | undefined {
  const { application, credential } = principal;
  if (!credential) return undefined;
  const { secretArn } = new MskScramCredential(scope, application.name, {
    ...place,
    secretName: credential.name,
    username: application.name,
    passwordVersion: credential.version,
    // Another password is made at any time; a name that stays taken would keep the application from coming back.
    recoveryWindowInDays: 0,
  });
  placeKafkaAccess(scope, principal);
  return secretArn;
}
