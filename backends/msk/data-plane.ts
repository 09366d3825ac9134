import type { Construct } from 'constructs';
import { KafkaProvider } from '../../constructs/terraform/kafka/provider';
import { MskIamPolicy } from '../../constructs/terraform/msk/iam-policy';
import type { Settings } from '../../model/loses-records';
import type { Principal, Shard } from '../../model/resolved';
import type { Attributes, TerraformDataPlane } from '../contract';
import { placeKafkaAccess } from '../kafka-access';
import { settingsFrom } from '../settings';
import { placeConnection } from './connections';
import { type PasswordArns, readsItsConnection } from './description/connection-access';
import { iamStatements } from './description/iam-access';
import { mskSettings } from './description/settings';
import { type FoundCluster, findCluster } from './found-cluster';
import { schemasOf } from './glue-users';
import { awsClusterName, policyName } from './names';
import { placeProvider } from './provider';
import { placeRole } from './roles';
import { placeKafkaTopics, placeMskTopics } from './topics';
import { passwordOf, placeBrokersAcls, placePasswords, secretsKey } from './users';

/** Topics by AWS' own API, found and protected alike. */
const byTopicApi = {
  topicsFirst: false,
  dataBearing: new Set(['aws_msk_topic']),
  settingsOf,
  createdOnce: new Map([['aws_msk_topic', '{cluster_arn},{name}']]),
  variables: () => [],
} satisfies Omit<TerraformDataPlane, 'needs' | 'place'>;

/** A cluster whose applications all use IAM: nothing in it needs to reach a broker. */
export const mskIamDataPlane: TerraformDataPlane = {
  ...byTopicApi,
  needs: 'cloud-api',
  place(scope, shard) {
    const found = begin(scope, shard);
    placeMskTopics(scope, shard, found.arn);
    for (const principal of shard.principals) placePrincipal(scope, shard, principal, { found });
  },
};

/** A cluster with users who have passwords or certificates: their ACLs and quotas are written to brokers, as an IAM role. */
export const mskAclDataPlane: TerraformDataPlane = {
  ...byTopicApi,
  needs: 'brokers',
  place(scope, shard) {
    const found = begin(scope, shard);
    placeMskTopics(scope, shard, found.arn);
    reachBrokers(scope, shard, found);
    placeBrokersAcls(scope, shard, found);
    const key = shard.principals.some(({ users }) => users.some(passwordOf)) ? secretsKey(scope, shard) : '';
    for (const principal of shard.principals) {
      const passwords = placePasswords(scope, principal, { clusterArn: found.arn, key });
      if (principal.credential) placeKafkaAccess(scope, shard.cluster, principal);
      placePrincipal(scope, shard, principal, { found, passwords });
    }
  },
};

/** A serverless cluster: IAM alone lets applications in, and topics are made over Kafka's own protocol. */
export const mskServerlessDataPlane: TerraformDataPlane = {
  topicsFirst: false,
  dataBearing: new Set(['kafka_topic']),
  settingsOf: ({ config }) => settingsFrom(config),
  createdOnce: new Map([['kafka_topic', '{name}']]),
  variables: () => [],
  needs: 'brokers',
  place(scope, shard) {
    const found = begin(scope, shard);
    reachBrokers(scope, shard, found);
    placeKafkaTopics(scope, shard);
    for (const principal of shard.principals) placePrincipal(scope, shard, principal, { found });
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

function begin(scope: Construct, shard: Shard): FoundCluster {
  placeProvider(scope, shard.cluster, shard.environment);
  return findCluster(scope, shard);
}

/** As the IAM role of whoever deploys: nobody is an administrator by password. */
function reachBrokers(scope: Construct, { cluster }: Shard, { iam }: FoundCluster): void {
  new KafkaProvider(scope, 'kafka', {
    bootstrapServers: iam.private,
    saslMechanism: 'aws-iam',
    saslAwsRegion: mskSettings(cluster).region,
  });
}

interface PrincipalPlace {
  readonly found: FoundCluster;
  /** Of its users. Default: they have none. */
  readonly passwords?: readonly PasswordArns[];
}

/** Where the application finds everything, what it may do by IAM, and the role that it does it as. */
function placePrincipal(
  scope: Construct,
  shard: Shard,
  principal: Principal,
  { found, passwords }: PrincipalPlace,
): void {
  const { environment, cluster } = shard;
  const { application, credential, permissions } = principal;
  const parameter = placeConnection(scope, shard, principal, found);
  const { arns } = new MskIamPolicy(scope, application.name, {
    name: policyName(environment, cluster, application),
    description: `What ${application.name} may do on ${awsClusterName(environment, cluster)}`,
    clusterArn: found.arn,
    // Who holds a password or a certificate is let in by ACLs, and needs of IAM only to read its connection.
    statements: credential ? [] : iamStatements(permissions),
    awsStatements: [...readsItsConnection(parameter, passwords), ...schemasOf(scope, shard, application)],
    until: application.until,
  });
  placeRole(scope, shard, principal, arns);
}
