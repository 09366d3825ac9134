import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { MskClusterPolicy as AwsMskClusterPolicy } from '@cdktf/provider-aws/lib/msk-cluster-policy';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskClusterPolicyProps {
  readonly clusterArn: string;
  /** Accounts, by their twelve digits, that may connect VPCs of theirs. Default: none. */
  readonly accounts?: readonly string[];
  /** Whether MSK Replicator may read from the cluster out of another region. Default: false. */
  readonly replicator?: boolean;
}

interface Allowed {
  readonly clusterArn: string;
  readonly partition: string;
  readonly accounts: readonly string[];
  readonly replicator: boolean;
}

/**
 * Who else may make private connections to a cluster, and learn its addresses; what they may do in it is not said here:
 * they prove who they are to its listeners. https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html
 */
export class MskClusterPolicy extends Construct {
  constructor(scope: Construct, id: string, { clusterArn, accounts = [], replicator = false }: MskClusterPolicyProps) {
    super(scope, `msk-cluster-policy.${id}`);
    const { partition } = addressed(new DataAwsPartition(this, 'partition'), `${id}_policy`);
    const policy = JSON.stringify(clusterPolicy({ clusterArn, partition, accounts, replicator }));
    addressed(new AwsMskClusterPolicy(this, 'policy', { clusterArn, policy }), id);
  }
}

/** A statement for exactly those who are named. */
export function clusterPolicy({ clusterArn, partition, accounts, replicator }: Allowed): object {
  const statement = (Sid: string, Principal: object, actions: readonly string[]) => ({
    Sid,
    Effect: 'Allow',
    Principal,
    Action: actions.map((action) => `kafka:${action}`),
    Resource: clusterArn,
  });
  const roots = accounts.map((account) => `arn:${partition}:iam::${account}:root`);
  const connect = ['CreateVpcConnection', 'GetBootstrapBrokers', 'DescribeCluster', 'DescribeClusterV2'];
  return {
    Version: '2012-10-17',
    Statement: [
      ...(roots.length > 0 ? [statement('Accounts', { AWS: roots }, connect)] : []),
      // https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-create-iam-permissions.html
      ...(replicator
        ? [
            statement('Replicator', { Service: 'kafka.amazonaws.com' }, [
              'CreateVpcConnection',
              'GetBootstrapBrokers',
              'DescribeClusterV2',
            ]),
          ]
        : []),
    ],
  };
}
