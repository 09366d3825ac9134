import { DataAwsMskCluster } from '@cdktf/provider-aws/lib/data-aws-msk-cluster';
import { DataAwsSubnet } from '@cdktf/provider-aws/lib/data-aws-subnet';
import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import { addressed } from '../../constructs/terraform/addressed';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { mskSettings } from './description/settings';
import { awsClusterName } from './names';

/** A provisioned cluster as AWS knows it, and where clients that AWS runs can stand beside it. */
export interface ProvisionedCluster {
  readonly arn: string;
  readonly subnets: readonly string[];
  readonly vpcId: string;
  /** The brokers' own. */
  readonly brokerSecurityGroupId: string;
}

/** Finds a cluster by its name, in another region than the stack's too: no stack reads another's state. */
export function findProvisioned(
  scope: Construct,
  cluster: Cluster,
  environment: Environment,
  region?: string,
): ProvisionedCluster {
  const { network } = mskSettings(cluster);
  const clusterName = awsClusterName(environment, cluster);
  const found = addressed(
    new DataAwsMskCluster(scope, `cluster.${cluster.name}`, { clusterName, region }),
    cluster.name,
  );
  const nodes = found.brokerNodeGroupInfo.get(0);
  const subnets = network?.subnets ?? nodes.clientSubnets;
  return {
    arn: found.arn,
    subnets,
    vpcId: network?.vpc ?? vpcOf(scope, cluster, Fn.element(subnets, 0), region),
    brokerSecurityGroupId: Fn.element(nodes.securityGroups, 0),
  };
}

const vpcOf = (scope: Construct, { name }: Cluster, id: string, region?: string): string =>
  addressed(new DataAwsSubnet(scope, `subnet.${name}`, { id, region }), name).vpcId;
