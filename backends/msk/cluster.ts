import type { Construct } from 'constructs';
import { MskCluster, type MskClusterProps } from '../../constructs/terraform/msk/cluster';
import { MskClusterPolicy } from '../../constructs/terraform/msk/cluster-policy';
import { MskPrivateAuthority } from '../../constructs/terraform/msk/private-authority';
import { MskServerlessCluster, type MskServerlessNetwork } from '../../constructs/terraform/msk/serverless-cluster';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { ServerProperties } from '../../render/msk/server-properties';
import type { TerraformClusterBackend } from '../contract';
import { placeAudit, placeRefusalAlarms } from './audit';
import type { Kind, Mechanism } from './description/mechanisms';
import type { MskNetwork } from './description/network';
import { type MskSettings, mskSettings } from './description/settings';
import { tellStacks } from './found-cluster';
import { awsClusterName } from './names';
import { placeProvider } from './provider';

/** Makes MSK clusters, each with its keys, security groups, configuration, logs, and who may connect. */
export const mskCluster: TerraformClusterBackend = {
  // A bucket holds logs that may not be lost. Without its keys a cluster, and its users' passwords, cannot be read; without its authority nobody signs in.
  dataBearing: new Set([
    'aws_msk_cluster',
    'aws_msk_serverless_cluster',
    'aws_kms_key',
    'aws_acmpca_certificate_authority',
    'aws_s3_bucket',
  ]),

  place(scope, cluster, environment) {
    const settings = mskSettings(cluster);
    const { network } = settings;
    if (!network) throw new Error(`'${cluster.name}' has no network: the rules let it pass`);
    placeProvider(scope, cluster, environment);
    placers[settings.kind](scope, { cluster, environment, network });
  },
};

interface Placed {
  readonly cluster: Cluster;
  readonly environment: Environment;
  readonly network: MskNetwork;
}

function placeServerless(scope: Construct, { cluster, environment, network }: Placed): void {
  const { otherNetworks } = mskSettings(cluster);
  placeAudit(scope, cluster, environment);
  const { arn } = new MskServerlessCluster(scope, cluster.name, {
    clusterName: awsClusterName(environment, cluster),
    ...serverlessNetwork(network),
    otherNetworks: Object.fromEntries(
      Object.entries(otherNetworks).map(([name, other]) => [name, serverlessNetwork(other)]),
    ),
  });
  tellStacks(scope, cluster, environment, { arn });
}

function placeProvisioned(scope: Construct, { cluster, environment, network }: Placed): void {
  const settings = mskSettings(cluster);
  const clusterName = awsClusterName(environment, cluster);
  const made = new MskCluster(scope, cluster.name, {
    clusterName,
    kafkaVersion: settings.kafkaVersion,
    numberOfBrokerNodes: cluster.brokers,
    instanceType: settings.instance,
    ...(settings.kind === 'express' ? expressProps(settings) : standardProps(settings)),
    vpcId: network.vpc,
    clientSubnets: network.subnets,
    clientSecurityGroupIds: network.clients,
    monitoringSecurityGroupIds: network.monitoring,
    publicCidrBlocks: settings.publicAccess?.from,
    vpcConnectivity: settings.multiVpc?.authentication.map((mechanism) => listenerOf[mechanism]),
    // How the kit itself writes ACLs, whatever applications use.
    iam: true,
    scram: cluster.authentication.includes('scram-sha-512'),
    certificateAuthorityArns: placeAuthority(scope, { cluster, environment, clusterName }),
    allowEveryoneIfNoAclFound: settings.open !== undefined,
    serverProperties: settings.configuration satisfies ServerProperties,
    enhancedMonitoring: settings.metrics.toUpperCase().replaceAll('-', '_'),
    openMonitoring: settings.openMonitoring,
    encryptionKeyArn: settings.encryptionKey,
    ...logProps(settings),
    ...placeAudit(scope, cluster, environment),
  });
  placeRefusalAlarms(scope, cluster, { clusterName, logGroupName: made.logGroupName });
  placePolicy(scope, { cluster, arn: made.arn });
}

const placers = {
  standard: placeProvisioned,
  express: placeProvisioned,
  serverless: placeServerless,
} satisfies Record<Kind, (scope: Construct, placed: Placed) => void>;

const standardProps = ({ volumeSize, throughput, storageAutoscaling, tieredStorage }: MskSettings) =>
  ({
    volumeSize,
    volumeThroughput: throughput,
    maxVolumeSize: storageAutoscaling?.maximum,
    volumeUtilizationTarget: storageAutoscaling?.target,
    storageMode: tieredStorage ? 'TIERED' : 'LOCAL',
  }) satisfies Partial<MskClusterProps>;

const expressProps = ({ rebalancing }: MskSettings) =>
  ({ rebalancing: rebalancing ? 'ACTIVE' : 'PAUSED' }) satisfies Partial<MskClusterProps>;

const logProps = ({ logs: { cloudwatchDays = 0, s3, firehose } }: MskSettings) =>
  ({
    logRetentionInDays: cloudwatchDays,
    logBucket: s3?.bucket,
    logBucketPrefix: s3?.prefix,
    logDeliveryStream: firehose,
  }) satisfies Partial<MskClusterProps>;

const serverlessNetwork = ({ vpc, subnets, clients }: MskNetwork): MskServerlessNetwork => ({
  vpcId: vpc,
  subnetIds: subnets,
  clientSecurityGroupIds: clients,
});

const listenerOf = { iam: 'iam', 'scram-sha-512': 'scram', mtls: 'tls' } as const satisfies Record<Mechanism, string>;

/** Returns the ARNs of those that sign certificates of clients. */
function placeAuthority(
  scope: Construct,
  { cluster, environment, clusterName }: Omit<Placed, 'network'> & { readonly clusterName: string },
): string[] {
  const { certificateAuthority: said } = mskSettings(cluster);
  if (said === undefined) return [];
  if (typeof said === 'string') return [said];
  const { certificateAuthorityArn } = new MskPrivateAuthority(scope, cluster.name, {
    commonName: said.commonName ?? clusterName,
    validityInYears: said.years,
  });
  tellStacks(scope, cluster, environment, { 'certificate-authority': certificateAuthorityArn });
  return [certificateAuthorityArn];
}

/** MSK knows no empty policy. */
function placePolicy(scope: Construct, { cluster, arn }: { readonly cluster: Cluster; readonly arn: string }): void {
  const { accounts = [], replicator = false } = mskSettings(cluster).multiVpc ?? {};
  if (accounts.length === 0 && !replicator) return;
  new MskClusterPolicy(scope, cluster.name, { clusterArn: arn, accounts, replicator });
}
