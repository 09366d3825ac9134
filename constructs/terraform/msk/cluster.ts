import {
  MskCluster as AwsMskCluster,
  type MskClusterClientAuthentication,
  type MskClusterEncryptionInfo,
} from '@cdktf/provider-aws/lib/msk-cluster';
import type { TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { isExpressInstance } from '../../../render/msk/cluster-bounds';
import { type ServerProperties, safeServerProperties } from '../../../render/msk/server-properties';
import { addressed } from '../addressed';
import { MskBrokerLogs } from './broker-logs';
import { type BrokerNodesProps, brokerNodes } from './broker-nodes';
import { clusterProblems, standardDisk } from './cluster-problems';
import { MskConfiguration } from './configuration';
import { MskEncryptionKey } from './encryption-key';
import { MskSecurityGroup } from './security-group';
import { MskStorageAutoscaling } from './storage-autoscaling';

export interface MskClusterProps extends BrokerNodesProps {
  /** At most 64 letters, digits and dashes. Also the name of its security group, key, configuration and log group. */
  readonly clusterName: string;
  /** MSK's own version, KRaft: `3.9.x.kraft`. */
  readonly kafkaVersion: string;
  /** A multiple of the subnets. */
  readonly numberOfBrokerNodes: number;
  /** `kafka.m7g.large`, or `express.m7g.large`: what it begins with decides the kind of brokers. */
  readonly instanceType: string;
  /** GiB of disk of each standard broker; it can only grow. Default: 100; express brokers take none. */
  readonly volumeSize?: number;
  /** Provisioned MiB a second of each standard broker's disk. Default: what the disk has. */
  readonly volumeThroughput?: number;
  /** GiB to which disks of standard brokers grow by themselves; Terraform then leaves `volumeSize` as it became. Default: they do not grow. */
  readonly maxVolumeSize?: number;
  /** How full the fullest disk is, in percent, when all grow. Default: 60. */
  readonly volumeUtilizationTarget?: number;
  /** `TIERED` lets topics keep old segments outside the disks of standard brokers. Default: `LOCAL`. */
  readonly storageMode?: 'LOCAL' | 'TIERED';
  /** Whether MSK moves partitions of express brokers by itself, `ACTIVE` or `PAUSED`. Default: `ACTIVE`. */
  readonly rebalancing?: 'ACTIVE' | 'PAUSED';
  readonly vpcId: string;
  /** Two or three, three for express brokers, each in an availability zone of its own. */
  readonly clientSubnets: readonly string[];
  /** Security groups of Kafka clients, by a name of their own. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /** Security groups of whatever scrapes the exporters, by a name of their own. Default: nobody. */
  readonly monitoringSecurityGroupIds?: Readonly<Record<string, string>>;
  /** IPv4 blocks of the internet that reach the public listeners; MSK turns them on only once the cluster is there. Default: none, and there are none. */
  readonly publicCidrBlocks?: readonly string[];
  /** How clients of other VPCs may prove who they are, by multi-VPC connectivity; none of them, once it was on, turns it off. Default: it is left alone. */
  readonly vpcConnectivity?: BrokerNodesProps['vpcConnectivity'];
  /** Whether clients may use IAM (port 9098). Default: true. */
  readonly iam?: boolean;
  /** Whether clients may use SCRAM-SHA-512 (port 9096); makes a key for the secrets. Default: false. */
  readonly scram?: boolean;
  /** AWS private CAs whose client certificates are accepted (port 9094). Default: none. */
  readonly certificateAuthorityArns?: readonly string[];
  /** Whether whoever has no ACL is let in, until a cluster that was open is closed. Default: false. */
  readonly allowEveryoneIfNoAclFound?: boolean;
  /** What brokers are told beside, or against, {@link safeServerProperties}. Default: nothing. */
  readonly serverProperties?: ServerProperties;
  /** CloudWatch metrics: `DEFAULT`, `PER_BROKER`, `PER_TOPIC_PER_BROKER` or `PER_TOPIC_PER_PARTITION`. Default: `PER_BROKER`. */
  readonly enhancedMonitoring?: string;
  /** Whether brokers have exporters for Prometheus. Default: true. */
  readonly openMonitoring?: boolean;
  /** The key of disks, whose policy lets whoever deploys use and grant it. Default: one is made. */
  readonly encryptionKeyArn?: string;
  /** Days that a CloudWatch log group of its own keeps broker logs; 0 makes none. Default: 365. */
  readonly logRetentionInDays?: number;
  /** An S3 bucket that exists, for broker logs. Default: none. */
  readonly logBucket?: string;
  /** What names of objects in it begin with. Default: nothing. */
  readonly logBucketPrefix?: string;
  /** A delivery stream of Firehose that exists, for broker logs. Default: none. */
  readonly logDeliveryStream?: string;
  /** Refuses any plan that deletes or replaces the cluster or its keys. Default: true. */
  readonly preventDestroy?: boolean;
}

/** A provisioned MSK cluster: KRaft, TLS only, nobody unauthenticated, everything under keys of its own. */
export class MskCluster extends Construct {
  readonly arn: string;
  /** `host:port`, separated by commas, of the IAM listener: three that AWS chooses anew. `MskBrokerAddresses` says the same each time. */
  readonly bootstrapBrokersSaslIam: string;
  /** The same of the SCRAM listener. */
  readonly bootstrapBrokersSaslScram: string;
  readonly securityGroupId: string;
  /** The log group of its brokers. Absent: it has none. */
  readonly logGroupName?: string;

  constructor(scope: Construct, id: string, given: MskClusterProps) {
    super(scope, `msk-cluster.${id}`);
    const props = { ...given, volumeSize: given.volumeSize ?? standardDisk.volumeSize };
    this.node.addValidation({ validate: () => clusterProblems(given) });
    const { storageKey, logsKey } = this.newKeys(id, props);
    if (props.scram) this.newSecretsKey(id, props);
    const group = this.newSecurityGroup(id, props);
    const configuration = this.newConfiguration(id, props);
    const logs = this.newLogs(id, props, logsKey);
    const cluster = new AwsMskCluster(this, 'cluster', {
      clusterName: props.clusterName,
      kafkaVersion: props.kafkaVersion,
      numberOfBrokerNodes: props.numberOfBrokerNodes,
      enhancedMonitoring: props.enhancedMonitoring ?? 'PER_BROKER',
      brokerNodeGroupInfo: brokerNodes(props, group.securityGroupId),
      ...ofItsKind(props),
      clientAuthentication: authentication(props),
      configurationInfo: { arn: configuration.arn, revision: configuration.revision },
      encryptionInfo: encryption(storageKey),
      loggingInfo: logs.loggingInfo,
      openMonitoring: exporters(props),
      timeouts: timeouts(props),
      lifecycle: lifecycle(props),
    });
    this.arn = addressed(cluster, id).arn;
    this.bootstrapBrokersSaslIam = cluster.bootstrapBrokersSaslIam;
    this.bootstrapBrokersSaslScram = cluster.bootstrapBrokersSaslScram;
    this.securityGroupId = group.securityGroupId;
    this.logGroupName = logs.logGroupName;
    this.letGrow(id, props);
  }

  /** One key for disks and logs; beside a key that is given, one for logs alone, whose policy has to name CloudWatch. */
  private newKeys(id: string, { clusterName, encryptionKeyArn, preventDestroy, logRetentionInDays }: MskClusterProps) {
    const logGroup = logRetentionInDays === 0 ? undefined : logGroupName(clusterName);
    if (encryptionKeyArn === undefined) {
      const key = new MskEncryptionKey(this, id, {
        name: storageKeyName(clusterName),
        description: `Disks and logs of ${clusterName}`,
        logGroupName: logGroup,
        preventDestroy,
      });
      return { storageKey: key.arn, logsKey: key.arn };
    }
    if (logGroup === undefined) return { storageKey: encryptionKeyArn, logsKey: encryptionKeyArn };
    const key = new MskEncryptionKey(this, `${id}_logs`, {
      name: `${clusterName}-kafka-logs`,
      description: `Logs of ${clusterName}`,
      logGroupName: logGroup,
      preventDestroy,
    });
    return { storageKey: encryptionKeyArn, logsKey: key.arn };
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
      monitoringSecurityGroupIds: (props.openMonitoring ?? true) ? (props.monitoringSecurityGroupIds ?? {}) : {},
      publicCidrBlocks: props.publicCidrBlocks ?? [],
    });
  }

  private newConfiguration(id: string, props: MskClusterProps): MskConfiguration {
    const safe = safeServerProperties(props.numberOfBrokerNodes, {
      express: isExpressInstance(props.instanceType),
      open: props.allowEveryoneIfNoAclFound,
    });
    return new MskConfiguration(this, id, {
      name: props.clusterName,
      kafkaVersion: props.kafkaVersion,
      serverProperties: { ...safe, ...props.serverProperties },
    });
  }

  private newLogs(id: string, props: MskClusterProps, kmsKeyArn: string): MskBrokerLogs {
    return new MskBrokerLogs(this, id, {
      logGroupName: logGroupName(props.clusterName),
      kmsKeyArn,
      retentionInDays: props.logRetentionInDays,
      bucket: props.logBucket,
      bucketPrefix: props.logBucketPrefix,
      deliveryStream: props.logDeliveryStream,
    });
  }

  private letGrow(id: string, { clusterName, maxVolumeSize, volumeUtilizationTarget }: MskClusterProps): void {
    if (maxVolumeSize === undefined) return;
    new MskStorageAutoscaling(this, id, {
      clusterArn: this.arn,
      name: `${clusterName}-storage`,
      maxVolumeSize,
      targetUtilization: volumeUtilizationTarget ?? standardDisk.volumeUtilizationTarget,
    });
  }
}

/** `alias/<name>` of the key of a cluster's disks and logs. */
export const storageKeyName = (clusterName: string): string => `${clusterName}-kafka-storage`;

/** `alias/<name>` of the key of a cluster's SCRAM secrets, by which other stacks find it. */
export const secretsKeyName = (clusterName: string): string => `${clusterName}-kafka-secrets`;

const logGroupName = (clusterName: string): string => `/aws/msk/${clusterName}`;

/** Each kind of brokers has a setting that MSK refuses for the other. */
const ofItsKind = ({ instanceType, storageMode, rebalancing }: MskClusterProps) =>
  isExpressInstance(instanceType)
    ? { rebalancing: { status: rebalancing ?? 'ACTIVE' } }
    : { storageMode: storageMode ?? 'LOCAL' };

/** A disk that grew by itself is larger than what it was born with; Terraform would ask MSK to shrink it. */
const lifecycle = ({
  preventDestroy = true,
  maxVolumeSize,
}: MskClusterProps): TerraformResourceLifecycle | undefined =>
  preventDestroy || maxVolumeSize !== undefined
    ? {
        ...(preventDestroy ? { preventDestroy: true } : {}),
        ...(maxVolumeSize === undefined ? {} : { ignoreChanges: [volumeSizePath] }),
      }
    : undefined;

const volumeSizePath = 'broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size';

/**
 * MSK changes one broker at a time, in 10 to 15 minutes and more where it has much to catch up; the provider waits two
 * hours, and would leave a larger cluster half way. https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-broker-type.html
 */
const timeouts = ({ numberOfBrokerNodes }: MskClusterProps) => {
  const minutes = 20 * numberOfBrokerNodes;
  return minutes > 120 ? { update: `${minutes}m` } : undefined;
};

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

const exporters = ({ openMonitoring: enabledInBroker = true }: MskClusterProps) => ({
  prometheus: { jmxExporter: { enabledInBroker }, nodeExporter: { enabledInBroker } },
});
