import { MskCluster } from '../../constructs/terraform/msk/cluster';
import type { ServerProperties } from '../../render/msk/server-properties';
import type { TerraformClusterBackend } from '../contract';
import { mskSettings } from './description/cluster';
import { awsClusterName } from './names';
import { placeProvider } from './provider';

/** Makes provisioned MSK clusters, each with its keys, security group, configuration and logs. */
export const mskCluster: TerraformClusterBackend = {
  // Without its keys a cluster, and its users' passwords, cannot be read.
  dataBearing: new Set(['aws_msk_cluster', 'aws_kms_key']),

  place(scope, cluster, environment) {
    const { kafkaVersion, instance, volumeSize, network, configuration } = mskSettings(cluster);
    if (!network) throw new Error(`'${cluster.name}' has no network: the rules let it pass`);
    placeProvider(scope, cluster, environment);
    new MskCluster(scope, cluster.name, {
      clusterName: awsClusterName(environment, cluster),
      kafkaVersion,
      numberOfBrokerNodes: cluster.brokers,
      instanceType: instance,
      volumeSize,
      vpcId: network.vpc,
      clientSubnets: network.subnets,
      clientSecurityGroupIds: network.clients,
      monitoringSecurityGroupIds: network.monitoring,
      // How the kit itself writes ACLs, whatever applications use.
      iam: true,
      scram: cluster.authentication.includes('scram-sha-512'),
      serverProperties: configuration satisfies ServerProperties,
    });
  },
};
