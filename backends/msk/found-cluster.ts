import { DataAwsMskBootstrapBrokers } from '@cdktf/provider-aws/lib/data-aws-msk-bootstrap-brokers';
import { DataAwsMskCluster } from '@cdktf/provider-aws/lib/data-aws-msk-cluster';
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import { addressed } from '../../constructs/terraform/addressed';
import { MskBrokerAddresses } from '../../constructs/terraform/msk/broker-addresses';
import { MskParameter } from '../../constructs/terraform/msk/parameter';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { Shard } from '../../model/resolved';
import type { Kind } from './description/mechanisms';
import { mskSettings } from './description/settings';
import { awsClusterName, clusterParameterName } from './names';

/** A listener's `host:port`s, separated by commas. */
export interface ListenerAddresses {
  readonly private: string;
  /** Absent: a serverless cluster has none. */
  readonly public?: string;
}

/** A cluster as the stacks of its applications find it: none reads another's state. */
export interface FoundCluster {
  readonly arn: string;
  readonly iam: ListenerAddresses;
  /** Absent: a serverless cluster knows IAM alone. */
  readonly scram?: ListenerAddresses;
  /** Absent: a serverless cluster knows IAM alone. */
  readonly tls?: ListenerAddresses;
  /** Who signs client certificates. Absent: nobody does. */
  readonly certificateAuthorityArn?: string;
}

type Place = Pick<Shard, 'environment' | 'cluster'>;

export const findCluster = (scope: Construct, place: Place): FoundCluster =>
  finders[mskSettings(place.cluster).kind](scope, place);

function provisioned(scope: Construct, place: Place): FoundCluster {
  const { cluster, environment } = place;
  const clusterName = awsClusterName(environment, cluster);
  const found = addressed(new DataAwsMskCluster(scope, 'cluster', { clusterName }), cluster.name);
  const brokers = new MskBrokerAddresses(scope, cluster.name, { clusterArn: found.arn });
  return {
    arn: found.arn,
    iam: { private: brokers.at('iam'), public: brokers.at('public-iam') },
    scram: { private: brokers.at('scram'), public: brokers.at('public-scram') },
    tls: { private: brokers.at('tls'), public: brokers.at('public-tls') },
    certificateAuthorityArn: authorityOf(scope, place),
  };
}

/** The provider finds no serverless cluster by its name: its own stack says its ARN, or the description does. */
function serverless(scope: Construct, place: Place): FoundCluster {
  const { existing } = mskSettings(place.cluster);
  const arn = existing ?? told(scope, place, 'arn');
  const brokers = addressed(new DataAwsMskBootstrapBrokers(scope, 'brokers', { clusterArn: arn }), place.cluster.name);
  return { arn, iam: { private: brokers.bootstrapBrokersSaslIam } };
}

const finders = {
  standard: provisioned,
  express: provisioned,
  serverless,
} satisfies Record<Kind, (scope: Construct, place: Place) => FoundCluster>;

function authorityOf(scope: Construct, place: Place): string | undefined {
  const { certificateAuthority } = mskSettings(place.cluster);
  if (certificateAuthority === undefined || typeof certificateAuthority === 'string') return certificateAuthority;
  return told(scope, place, 'certificate-authority');
}

/** What a cluster's own stack can say of it where no data source finds it. */
type Told = Readonly<Partial<Record<'arn' | 'certificate-authority', string>>>;

/** Says it, for the stacks of its applications. */
export function tellStacks(scope: Construct, cluster: Cluster, environment: Environment, values: Told): void {
  new MskParameter(scope, cluster.name, { name: clusterParameterName(environment, cluster), values });
}

function told(scope: Construct, { environment, cluster }: Place, field: keyof Told): string {
  const name = clusterParameterName(environment, cluster);
  const parameter = addressed(new DataAwsSsmParameter(scope, 'told', { name }), cluster.name);
  // What is no secret: under its other name the provider would hide whatever it becomes part of.
  return Fn.lookupNested(Fn.jsondecode(parameter.insecureValue), [field]);
}
