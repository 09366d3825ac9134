import { MskconnectConnector } from '@cdktf/provider-aws/lib/mskconnect-connector';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { unitsProblem, workersProblem } from '../../../render/msk/connect-capacity';
import { addressed } from '../addressed';

/** What MSK Connect keeps by revisions: a custom plugin, or a worker configuration. */
export interface MskConnectRevision {
  readonly arn: string;
  readonly revision: number;
}

export interface MskConnectConnectorProps {
  /** At most 128 characters, unique in the account and region. Another one replaces the connector. A sink's group is `connect-` and this. */
  readonly connectorName: string;
  /** Default: none. */
  readonly description?: string;
  /** MSK Connect's own version: `3.7.x`. Another one replaces the connector. */
  readonly kafkaConnectVersion: string;
  /** 1 to 10. */
  readonly workerCount: number;
  /** Units of each worker, with one processor and 4 GiB each: 1, 2, 4 or 8. Default: 1. */
  readonly mcuCount?: number;
  /** By Kafka Connect's own names, `connector.class` among them; secrets are references to a config provider. */
  readonly connectorConfiguration: Readonly<Record<string, string>>;
  /** `host:port`, separated by commas, of the IAM listener. Another list replaces the connector: `MskBrokerAddresses` says the same each time. */
  readonly bootstrapServers: string;
  /** Where workers are; each takes an address. */
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  /** At least one. */
  readonly customPlugins: readonly MskConnectRevision[];
  /** Default: MSK Connect's own, which reads and writes plain strings. */
  readonly workerConfiguration?: MskConnectRevision;
  /** What workers do is what this role may do. */
  readonly serviceExecutionRoleArn: string;
  /** The CloudWatch log group of its workers. Default: logs go nowhere. */
  readonly logGroup?: string;
  /** What it needs besides: what its role may do, and the way to brokers. Default: nothing. */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A connector in MSK Connect with a fixed number of workers, which reach their cluster by IAM and TLS alone. */
export class MskConnectConnector extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskConnectConnectorProps) {
    super(scope, `msk-connect-connector.${id}`);
    const { workerCount, mcuCount = 1 } = props;
    this.node.addValidation({
      validate: () => [workersProblem(workerCount), unitsProblem(mcuCount)].flatMap((problem) => problem ?? []),
    });
    const connector = new MskconnectConnector(this, 'connector', {
      name: props.connectorName,
      description: props.description,
      kafkaconnectVersion: props.kafkaConnectVersion,
      capacity: { provisionedCapacity: { workerCount, mcuCount } },
      connectorConfiguration: { ...props.connectorConfiguration },
      kafkaCluster: {
        apacheKafkaCluster: {
          bootstrapServers: props.bootstrapServers,
          vpc: { subnets: [...props.subnets], securityGroups: [...props.securityGroups] },
        },
      },
      kafkaClusterClientAuthentication: { authenticationType: 'IAM' },
      kafkaClusterEncryptionInTransit: { encryptionType: 'TLS' },
      plugin: props.customPlugins.map(({ arn, revision }) => ({ customPlugin: { arn, revision } })),
      workerConfiguration: props.workerConfiguration && revisionOf(props.workerConfiguration),
      serviceExecutionRoleArn: props.serviceExecutionRoleArn,
      logDelivery: props.logGroup === undefined ? undefined : logsTo(props.logGroup),
      dependsOn: props.dependsOn && [...props.dependsOn],
    });
    this.arn = addressed(connector, id).arn;
  }
}

const revisionOf = ({ arn, revision }: MskConnectRevision) => ({ arn, revision });

const logsTo = (logGroup: string) => ({ workerLogDelivery: { cloudwatchLogs: { enabled: true, logGroup } } });
