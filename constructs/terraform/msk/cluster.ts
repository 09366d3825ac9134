import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import {
  MskCluster as AwsMskCluster,
  type MskClusterBrokerNodeGroupInfo,
  type MskClusterClientAuthentication,
  type MskClusterEncryptionInfo,
  type MskClusterOpenMonitoring,
} from '@cdktf/provider-aws/lib/msk-cluster';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { brokersProblem, diskProblem, subnetsProblem } from '../../../render/msk/cluster-problems';
import { type ServerProperties, safeServerProperties } from '../../../render/msk/server-properties';
import { addressed } from '../addressed';
import { MskConfiguration } from './configuration';
import { MskEncryptionKey } from './encryption-key';
import { MskSecurityGroup } from './security-group';

export interface MskClusterProps {
  /** At most 64 letters, digits and dashes. Also the name of its security group, key, configuration and log group. */
  readonly clusterName: string;
  /** MSK's own version, KRaft: `3.9.x.kraft`. */
  readonly kafkaVersion: string;
  /** A multiple of the subnets. */
  readonly numberOfBrokerNodes: number;
  /** `kafka.m7g.large`. */
  readonly instanceType: string;
  /** GiB of disk of each broker; it can only grow. */
  readonly volumeSize: number;
  readonly vpcId: string;
  /** Two or three, each in an availability zone of its own. */
  readonly clientSubnets: readonly string[];
  /** Security groups of Kafka clients, by a name of their own. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /** Security groups of whatever scrapes the exporters, by a name of their own. Default: nobody. */
  readonly monitoringSecurityGroupIds?: Readonly<Record<string, string>>;
  /** Whether clients may use IAM (port 9098). Default: true. */
  readonly iam?: boolean;
  /** Whether clients may use SCRAM-SHA-512 (port 9096); makes a key for the secrets. Default: false. */
  readonly scram?: boolean;
  /** AWS private CAs whose client certificates are accepted (port 9094). Default: none. */
  readonly certificateAuthorityArns?: readonly string[];
  /** What brokers are told beside, or against, {@link safeServerProperties}. Default: nothing. */
  readonly serverProperties?: ServerProperties;
  /** CloudWatch metrics: `DEFAULT`, `PER_BROKER`, `PER_TOPIC_PER_BROKER` or `PER_TOPIC_PER_PARTITION`. Default: `PER_BROKER`. */
  readonly enhancedMonitoring?: string;
  /** Days that broker logs stay. Default: 365. */
  readonly logRetentionInDays?: number;
  /** Refuses any plan that deletes or replaces the cluster or its keys. Default: true. */
  readonly preventDestroy?: boolean;
}

/** A provisioned MSK cluster of standard brokers: KRaft, TLS only, nobody unauthenticated, everything under keys of its own. */
export class MskCluster extends Construct {
  readonly arn: string;
  /** `host:port`, separated by commas, of the IAM listener. */
  readonly bootstrapBrokersSaslIam: string;
  /** `host:port`, separated by commas, of the SCRAM listener. */
  readonly bootstrapBrokersSaslScram: string;
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: MskClusterProps) {
    super(scope, `msk-cluster.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const key = this.newKey(id, props);
    if (props.scram) this.newSecretsKey(id, props);
    const group = this.newSecurityGroup(id, props);
    const configuration = this.newConfiguration(id, props);
    const cluster = new AwsMskCluster(this, 'cluster', {
      clusterName: props.clusterName,
      kafkaVersion: props.kafkaVersion,
      numberOfBrokerNodes: props.numberOfBrokerNodes,
      enhancedMonitoring: props.enhancedMonitoring ?? 'PER_BROKER',
      brokerNodeGroupInfo: brokers(props, group.securityGroupId),
      clientAuthentication: authentication(props),
      configurationInfo: { arn: configuration.arn, revision: configuration.revision },
      encryptionInfo: encryption(key.arn),
      loggingInfo: {
        brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: this.newLogGroup(id, props, key).name } },
      },
      openMonitoring,
      lifecycle: protection(props),
    });
    this.arn = addressed(cluster, id).arn;
    this.bootstrapBrokersSaslIam = cluster.bootstrapBrokersSaslIam;
    this.bootstrapBrokersSaslScram = cluster.bootstrapBrokersSaslScram;
    this.securityGroupId = group.securityGroupId;
  }

  private newKey(id: string, { clusterName, preventDestroy }: MskClusterProps): MskEncryptionKey {
    return new MskEncryptionKey(this, id, {
      name: storageKeyName(clusterName),
      description: `Disks and logs of ${clusterName}`,
      logGroupName: logGroupName(clusterName),
      preventDestroy,
    });
  }

  /** Applies to the secrets alone: who may read a password must not read disks. */
  private newSecretsKey(id: string, { clusterName, preventDestroy }: MskClusterProps): void {
    new MskEncryptionKey(this, `${id}_secrets`, {
      name: secretsKeyName(clusterName),
      description: `Passwords of the users of ${clusterName}`,
      preventDestroy,
    });
  }

  private newSecurityGroup(id: string, props: MskClusterProps): MskSecurityGroup {
    return new MskSecurityGroup(this, id, {
      name: `${props.clusterName}-brokers`,
      vpcId: props.vpcId,
      iam: props.iam ?? true,
      scram: props.scram ?? false,
      tls: (props.certificateAuthorityArns ?? []).length > 0,
      clientSecurityGroupIds: props.clientSecurityGroupIds,
      monitoringSecurityGroupIds: props.monitoringSecurityGroupIds ?? {},
    });
  }

  private newConfiguration(id: string, props: MskClusterProps): MskConfiguration {
    return new MskConfiguration(this, id, {
      name: props.clusterName,
      kafkaVersion: props.kafkaVersion,
      serverProperties: { ...safeServerProperties(props.numberOfBrokerNodes), ...props.serverProperties },
    });
  }

  private newLogGroup(id: string, props: MskClusterProps, key: MskEncryptionKey): CloudwatchLogGroup {
    const group = new CloudwatchLogGroup(this, 'logs', {
      name: logGroupName(props.clusterName),
      kmsKeyId: key.arn,
      retentionInDays: props.logRetentionInDays ?? 365,
    });
    return addressed(group, id);
  }
}

/** What MSK would refuse, as far as it is known before Terraform is asked. */
function problemsOf({ clientSubnets, numberOfBrokerNodes, volumeSize }: MskClusterProps): string[] {
  const subnets = Token.isUnresolved(clientSubnets)
    ? []
    : [subnetsProblem(clientSubnets), brokersProblem(numberOfBrokerNodes, clientSubnets)];
  return [...subnets, diskProblem(volumeSize)].flatMap((problem) => problem ?? []);
}

/** `alias/<name>` of the key of a cluster's disks and logs. */
export const storageKeyName = (clusterName: string): string => `${clusterName}-kafka-storage`;

/** `alias/<name>` of the key of a cluster's SCRAM secrets, by which other stacks find it. */
export const secretsKeyName = (clusterName: string): string => `${clusterName}-kafka-secrets`;

const logGroupName = (clusterName: string): string => `/aws/msk/${clusterName}`;

const protection = ({ preventDestroy = true }: MskClusterProps) =>
  preventDestroy ? { preventDestroy: true } : undefined;

const brokers = (props: MskClusterProps, securityGroupId: string): MskClusterBrokerNodeGroupInfo => ({
  instanceType: props.instanceType,
  clientSubnets: [...props.clientSubnets],
  securityGroups: [securityGroupId],
  storageInfo: { ebsStorageInfo: { volumeSize: props.volumeSize } },
});

const authentication = (props: MskClusterProps): MskClusterClientAuthentication => ({
  unauthenticated: false,
  sasl: { iam: props.iam ?? true, scram: props.scram ?? false },
  ...((props.certificateAuthorityArns ?? []).length === 0
    ? {}
    : { tls: { certificateAuthorityArns: [...(props.certificateAuthorityArns ?? [])] } }),
});

const encryption = (encryptionAtRestKmsKeyArn: string): MskClusterEncryptionInfo => ({
  encryptionAtRestKmsKeyArn,
  encryptionInTransit: { clientBroker: 'TLS', inCluster: true },
});

const openMonitoring: MskClusterOpenMonitoring = {
  prometheus: { jmxExporter: { enabledInBroker: true }, nodeExporter: { enabledInBroker: true } },
};
