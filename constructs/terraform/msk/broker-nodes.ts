import type { MskClusterBrokerNodeGroupInfo } from '@cdktf/provider-aws/lib/msk-cluster';
import { isExpressInstance } from '../../../render/msk/cluster-bounds';

/** How a client that comes by multi-VPC connectivity may prove who it is. */
export type VpcAuthentication = 'iam' | 'scram' | 'tls';

export interface BrokerNodesProps {
  /** `kafka.m7g.large`, or an express one. */
  readonly instanceType: string;
  /** The ids of subnets, each in a zone of its own. */
  readonly clientSubnets: readonly string[];
  /** The disk of each broker in GiB; express brokers have none. Default: MSK decides; the construct of a cluster says 100. */
  readonly volumeSize?: number;
  /** Provisioned throughput of each disk in MiB/s. Default: none is provisioned. */
  readonly volumeThroughput?: number;
  /** Networks of the internet that may reach brokers. Default: none. */
  readonly publicCidrBlocks?: readonly string[];
  /** How clients of other VPCs prove who they are. Default: none reaches it by multi-VPC connectivity. */
  readonly vpcConnectivity?: readonly VpcAuthentication[];
}

/** Where brokers are, what they are, and who reaches them. */
export const brokerNodes = (props: BrokerNodesProps, securityGroupId: string): MskClusterBrokerNodeGroupInfo => ({
  instanceType: props.instanceType,
  clientSubnets: [...props.clientSubnets],
  securityGroups: [securityGroupId],
  // Express brokers take no storage: https://github.com/hashicorp/terraform-provider-aws/pull/46702
  storageInfo: isExpressInstance(props.instanceType) ? undefined : { ebsStorageInfo: disk(props) },
  connectivityInfo: {
    // Said although it is the default: a block that goes would leave brokers public.
    publicAccess: { type: (props.publicCidrBlocks ?? []).length > 0 ? 'SERVICE_PROVIDED_EIPS' : 'DISABLED' },
    vpcConnectivity: props.vpcConnectivity && connectivity(props.vpcConnectivity),
  },
});

/** Throughput that is no longer said the provider takes away by itself. */
const disk = ({ volumeSize, volumeThroughput }: BrokerNodesProps) => ({
  volumeSize,
  provisionedThroughput: volumeThroughput === undefined ? undefined : { enabled: true, volumeThroughput },
});

/** The provider turns it on once the cluster is there, which MSK does not allow before. */
const connectivity = (by: readonly VpcAuthentication[]) => ({
  clientAuthentication: { sasl: { iam: by.includes('iam'), scram: by.includes('scram') }, tls: by.includes('tls') },
});
