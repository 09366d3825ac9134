import { MskServerlessCluster as AwsMskServerlessCluster } from '@cdktf/provider-aws/lib/msk-serverless-cluster';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { networksProblem, serverlessSubnetsProblem } from '../../../render/msk/cluster-bounds';
import { addressed } from '../addressed';
import { MskSecurityGroup } from './security-group';

/** A VPC that reaches a serverless cluster. */
export interface MskServerlessNetwork {
  readonly vpcId: string;
  /** Two to six, each in an availability zone of its own. */
  readonly subnetIds: readonly string[];
  /** Security groups of Kafka clients, by a name of their own. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
}

export interface MskServerlessClusterProps extends MskServerlessNetwork {
  /** At most 64 letters, digits and dashes. Also what its security groups are named after. */
  readonly clusterName: string;
  /** Up to four more VPCs, by a name of their own. Default: none. */
  readonly otherNetworks?: Readonly<Record<string, MskServerlessNetwork>>;
  /** Refuses any plan that deletes or replaces the cluster. Default: true. */
  readonly preventDestroy?: boolean;
}

/** A serverless MSK cluster: IAM alone, port 9098 to exactly the clients that are named, encrypted by AWS. */
export class MskServerlessCluster extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskServerlessClusterProps) {
    super(scope, `msk-serverless-cluster.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const { clusterName, otherNetworks = {} } = props;
    const others = Object.entries(otherNetworks).map(([name, network]) =>
      this.newNetwork(`${id}_${name}`, `${clusterName}-${name}`, network),
    );
    const cluster = new AwsMskServerlessCluster(this, 'cluster', {
      clusterName,
      clientAuthentication: { sasl: { iam: { enabled: true } } },
      vpcConfig: [this.newNetwork(id, clusterName, props), ...others],
      lifecycle: (props.preventDestroy ?? true) ? { preventDestroy: true } : undefined,
    });
    this.arn = addressed(cluster, id).arn;
  }

  private newNetwork(id: string, name: string, { vpcId, subnetIds, clientSecurityGroupIds }: MskServerlessNetwork) {
    const group = new MskSecurityGroup(this, id, {
      name: `${name}-brokers`,
      vpcId,
      iam: true,
      scram: false,
      tls: false,
      clientSecurityGroupIds,
      monitoringSecurityGroupIds: {},
      publicCidrBlocks: [],
    });
    return { subnetIds: [...subnetIds], securityGroupIds: [group.securityGroupId] };
  }
}

/** What MSK would refuse, as far as it is known before Terraform is asked. */
function problemsOf({ otherNetworks = {}, ...first }: MskServerlessClusterProps): string[] {
  const networks = [first, ...Object.values(otherNetworks)];
  const subnets = networks.map(({ subnetIds }) =>
    Token.isUnresolved(subnetIds) ? undefined : serverlessSubnetsProblem(subnetIds),
  );
  return [networksProblem(networks.length), ...subnets].flatMap((problem) => problem ?? []);
}
