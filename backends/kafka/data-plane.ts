import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { EphemeralVariable } from '../../constructs/terraform/ephemeral-variable';
import { KafkaProvider } from '../../constructs/terraform/kafka/provider';
import { KafkaTopic } from '../../constructs/terraform/kafka/topic';
import { KafkaUserScramCredential } from '../../constructs/terraform/kafka/user-scram-credential';
import { connectionFields } from '../../model/connection';
import { connectionVariable, passwordVariable, terraformId } from '../../model/names';
import type { Principal, PrincipalUser, Shard } from '../../model/resolved';
import { kafkaConfig, type Topic } from '../../model/topic';
import type { TerraformDataPlane } from '../contract';
import { placeKafkaAccess } from '../kafka-access';
import { placeRemovals } from '../removals';
import { settingsFrom } from '../settings';
import { placePassword, Stores } from './passwords';

/** Topics, users, permissions and quotas by Kafka's admin protocol, with the provider `Mongey/kafka`. */
export const kafkaDataPlane: TerraformDataPlane = {
  needs: 'brokers',
  topicsFirst: false,
  dataBearing: new Set(['kafka_topic']),
  settingsOf: ({ config }) => settingsFrom(config),
  /** The others are upserts: creating them once more changes nothing. */
  createdOnce: new Map([['kafka_topic', '{name}']]),

  place(scope, shard) {
    placeProvider(scope, shard);
    for (const topic of shard.topics) placeTopic(scope, topic);
    placeRemovals(scope, shard);
    const stores = new Stores(scope);
    for (const principal of shard.principals) placePrincipal(scope, shard, principal, stores);
  },

  variables({ cluster, principals }) {
    return [
      ...connectionFields.map((field) => ({
        name: connectionVariable(cluster.name, field),
        from: { cluster: cluster.name, field },
      })),
      ...principals
        .flatMap(({ users }) => users)
        .flatMap((user) => {
          const from = passwordOf(user);
          return from?.store === 'files' ? [{ name: passwordVariable(cluster.name, user.name), from }] : [];
        }),
    ];
  },
};

const passwordOf = ({ credential }: PrincipalUser) => (credential?.key === 'password' ? credential : undefined);

function placeProvider(scope: Construct, { cluster }: Shard): void {
  const plain = (field: 'bootstrap_servers' | 'ca_certificate' | 'admin_username', description: string) =>
    new TerraformVariable(scope, connectionVariable(cluster.name, field), {
      type: 'string',
      sensitive: true,
      description,
    });
  const password = new EphemeralVariable(scope, connectionVariable(cluster.name, 'admin_password'), {
    description: `Password of the administrator of '${cluster.name}'`,
  });
  new KafkaProvider(scope, 'kafka', {
    bootstrapServers: plain('bootstrap_servers', `Addresses of '${cluster.name}', separated by commas`).stringValue,
    caCert: plain('ca_certificate', `Certificate of the authority of '${cluster.name}' (PEM)`).stringValue,
    saslMechanism: 'scram-sha512',
    saslUsername: plain('admin_username', `Administrator of '${cluster.name}'`).stringValue,
    saslPassword: password.stringValue,
  });
}

function placeTopic(scope: Construct, topic: Topic): void {
  new KafkaTopic(scope, terraformId(topic.name), {
    name: topic.name,
    partitions: topic.partitions,
    replicationFactor: topic.replicationFactor,
    config: kafkaConfig(topic),
    preventDestroy: true,
  });
}

function placePrincipal(scope: Construct, shard: Shard, principal: Principal, stores: Stores): void {
  for (const user of principal.users) {
    const password = passwordOf(user);
    if (password)
      new KafkaUserScramCredential(scope, user.name, {
        username: user.name,
        scramMechanism: principal.application.authentication,
        ...placePassword(scope, user.name, { password, shard, stores }),
      });
  }
  placeKafkaAccess(scope, shard.cluster, principal);
}
