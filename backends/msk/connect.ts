import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsSecretsmanagerSecret } from '@cdktf/provider-aws/lib/data-aws-secretsmanager-secret';
import type { Construct } from 'constructs';
import { addressed } from '../../constructs/terraform/addressed';
import { literalText } from '../../constructs/terraform/literal-text';
import { MskBrokerAddresses } from '../../constructs/terraform/msk/broker-addresses';
import { MskClientSecurityGroup } from '../../constructs/terraform/msk/client-security-group';
import { MskEncryptionKey } from '../../constructs/terraform/msk/encryption-key';
import { MskIamPolicy } from '../../constructs/terraform/msk/iam-policy';
import { MskServiceRole } from '../../constructs/terraform/msk/service-role';
import { MskConnectConnector } from '../../constructs/terraform/msk-connect/connector';
import { MskConnectCustomPlugin } from '../../constructs/terraform/msk-connect/custom-plugin';
import { MskConnectWorkerConfiguration } from '../../constructs/terraform/msk-connect/worker-configuration';
import type { Cluster } from '../../model/cluster';
import { type ConnectCluster, connectorApplication, servedConnector } from '../../model/connect-cluster';
import type { Connector } from '../../model/connector';
import { terraformId } from '../../model/names';
import type { Resolved } from '../../model/resolved';
import { connectorConfiguration } from '../../render/connect/connector-configuration';
import { securityProperties } from '../../render/java-client';
import {
  connectWorkerProperties,
  kafkaConnectVersion,
  keepsRunning,
  secretsManagerReference,
} from '../../render/msk/connect-worker';
import { partitionOf } from '../../render/msk/partition';
import type { TerraformService } from '../contract';
import { readsItsSecrets, secretsOf } from './description/connect-access';
import { iamStatements } from './description/iam-access';
import { mskSettings } from './description/settings';
import { awsClusterName } from './names';
import { placeProvider } from './provider';
import { findProvisioned, type ProvisionedCluster } from './provisioned';

/** What the connectors of one Connect cluster have in common. */
interface Surroundings {
  readonly resolved: Resolved;
  readonly cluster: Cluster;
  readonly connectCluster: ConnectCluster;
  readonly found: ProvisionedCluster;
  readonly region: string;
  readonly account: string;
  /** `host:port`s of the IAM listener. */
  readonly bootstrapServers: string;
  readonly group: MskClientSecurityGroup;
  readonly logGroup: string;
  readonly plugins: ReadonlyMap<string, MskConnectCustomPlugin>;
}

/** Amazon MSK Connect: each connector with workers, a role and positions of its own. Nothing in it bears data: positions are in a topic. */
export const mskConnect: TerraformService = {
  needs: 'cloud-api',
  dataBearing: new Set(),

  place(scope, { noun = '', clusters: [cluster] }, resolved) {
    placeProvider(scope, cluster, resolved.environment);
    const connectCluster = resolved.connectClusters.get(noun);
    const connectors = [...resolved.connectors.values()].filter((one) => one.connectCluster === noun);
    if (!connectCluster || connectors.length === 0) return;
    const around = placeSurroundings(scope, { resolved, cluster, connectCluster, connectors });
    for (const connector of connectors) placeConnector(scope, connector, around);
  },
};

function placeSurroundings(
  scope: Construct,
  {
    resolved,
    cluster,
    connectCluster,
    connectors,
  }: Pick<Surroundings, 'resolved' | 'cluster' | 'connectCluster'> & { readonly connectors: readonly Connector[] },
): Surroundings {
  const { environment } = resolved;
  const { name } = connectCluster;
  const found = findProvisioned(scope, cluster, environment);
  const { region } = mskSettings(cluster);
  const group = new MskClientSecurityGroup(scope, name, {
    name: `${environment.name}-${name}-connect`,
    description: `Workers of ${name}`,
    vpcId: found.vpcId,
    brokerSecurityGroupId: found.brokerSecurityGroupId,
    https: true,
  });
  const used = new Set(connectors.map(({ plugin }) => plugin));
  return {
    resolved,
    cluster,
    connectCluster,
    found,
    region,
    account: addressed(new DataAwsCallerIdentity(scope, 'account'), 'account').accountId,
    bootstrapServers: new MskBrokerAddresses(scope, cluster.name, { clusterArn: found.arn }).at('iam'),
    group,
    logGroup: placeLogGroup(scope, `${environment.name}-${name}`, name),
    plugins: new Map(
      Object.entries(connectCluster.pluginObjects)
        .filter(([plugin]) => used.has(plugin))
        .map(([plugin, { bucket, key, version }]) => [
          plugin,
          new MskConnectCustomPlugin(scope, plugin, {
            name: `${environment.name}-${name}-${plugin}`,
            bucketArn: `arn:${partitionOf(region)}:s3:::${bucket}`,
            fileKey: key,
            objectVersion: version,
          }),
        ]),
    ),
  };
}

/** Returns its name. A key of its own: who reads what connectors say need not read brokers' disks. */
function placeLogGroup(scope: Construct, name: string, id: string): string {
  const logGroupName = `/aws/msk-connect/${name}`;
  const key = new MskEncryptionKey(scope, id, {
    name: `${name}-connect-logs`,
    description: `Logs of the connectors of ${name}`,
    logGroupName,
    preventDestroy: false,
  });
  const group = new CloudwatchLogGroup(scope, 'logs', {
    name: logGroupName,
    kmsKeyId: key.arn,
    retentionInDays: 365,
  });
  return addressed(group, id).name;
}

function placeConnector(scope: Construct, connector: Connector, around: Surroundings): void {
  const { resolved, connectCluster, found, region, bootstrapServers, group } = around;
  const { instances, capacityUnits } = connectCluster;
  const application = connectorApplication(connectCluster.name, connector.name);
  const connectorName = servedConnector(resolved.environment.name, application);
  const plugin = around.plugins.get(connector.plugin ?? '');
  if (!plugin) throw new Error(`'${connector.name}' has no plugin in S3: the rules let it pass`);
  const secrets = Object.keys(connector.secrets).length > 0;
  const workerConfiguration = new MskConnectWorkerConfiguration(scope, application, {
    name: connectorName,
    properties: connectWorkerProperties({ application, region, secrets, connectCluster }),
  });
  const role = placeRole(scope, connector, around);
  new MskConnectConnector(scope, application, {
    connectorName,
    description: connector.description,
    kafkaConnectVersion,
    workerCount: instances,
    mcuCount: capacityUnits,
    connectorConfiguration: {
      'connector.class': connector.class,
      'tasks.max': String(connector.tasks),
      ...(secrets ? keepsRunning : {}),
      ...connectorConfiguration(withLiterals(connector), {
        reference: ({ secret, key }) => literalText(secretsManagerReference(secret, key)),
        client: {
          bootstrapServers,
          properties: securityProperties({ mechanism: 'AWS_MSK_IAM' }),
        },
      }),
    },
    bootstrapServers,
    subnets: found.subnets,
    securityGroups: [group.securityGroupId, ...connectCluster.securityGroups],
    customPlugins: [plugin],
    workerConfiguration,
    serviceExecutionRoleArn: role.arn,
    logGroup: around.logGroup,
    dependsOn: [...role.attachments, ...group.rules],
  });
}

/** `${topic}` is a transformation's own, and nothing that Terraform would know. */
const withLiterals = (connector: Connector): Connector => ({
  ...connector,
  config: Object.fromEntries(Object.entries(connector.config).map(([key, value]) => [key, literalText(value)])),
});

/** What a connector may do is what its flows say, what its workers need for themselves, and its own secrets. */
function placeRole(scope: Construct, connector: Connector, around: Surroundings): MskServiceRole {
  const { resolved, cluster, connectCluster, found, region, account } = around;
  const application = connectorApplication(connectCluster.name, connector.name);
  const name = servedConnector(resolved.environment.name, application);
  const here = `arn:${partitionOf(region)}`;
  const secretArns = secretsOf(connector).map((secret) => {
    const id = `${application}_${terraformId(secret)}`;
    return addressed(new DataAwsSecretsmanagerSecret(scope, `secret.${id}`, { name: secret }), id).arn;
  });
  const policy = new MskIamPolicy(scope, application, {
    name,
    description: `What ${connector.name} may do on ${awsClusterName(resolved.environment, cluster)}`,
    clusterArn: found.arn,
    statements: iamStatements(resolved.permissions.filter((one) => one.application === application)),
    awsStatements: readsItsSecrets(secretArns, `${here}:kms:${region}:${account}:key/*`),
  });
  return new MskServiceRole(scope, application, {
    roleName: name,
    description: `The connector ${connector.name} in MSK Connect`,
    service: 'kafkaconnect.amazonaws.com',
    account,
    sourceArn: `${here}:kafkaconnect:${region}:${account}:connector/${name}/*`,
    policyArns: policy.arns,
  });
}
