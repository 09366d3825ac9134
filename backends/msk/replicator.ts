import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import type { Construct } from 'constructs';
import { addressed } from '../../constructs/terraform/addressed';
import { MskClientSecurityGroup } from '../../constructs/terraform/msk/client-security-group';
import { MskIamPolicy } from '../../constructs/terraform/msk/iam-policy';
import { MskReplicator, type MskReplicatorCluster } from '../../constructs/terraform/msk/replicator';
import { MskServiceRole } from '../../constructs/terraform/msk/service-role';
import type { Cluster } from '../../model/cluster';
import { mirrorApplication, type Replication, type Side } from '../../model/replication';
import type { Resolved } from '../../model/resolved';
import { exactly } from '../../render/msk/exactly';
import { partitionOf } from '../../render/msk/partition';
import type { TerraformService } from '../contract';
import { iamStatements } from './description/iam-access';
import { replicatorName, replicatorRoleName } from './description/replicator-names';
import { mskSettings } from './description/settings';
import { placeProvider } from './provider';
import { findProvisioned, type ProvisionedCluster } from './provisioned';

/** Amazon MSK Replicator, in the region of the cluster that it writes. It holds nothing: copies are in the target. */
export const mskReplicator: TerraformService = {
  needs: 'cloud-api',
  dataBearing: new Set(),

  place(scope, { noun = '', clusters: [target, source] }, resolved) {
    placeProvider(scope, target, resolved.environment);
    const replication = resolved.replications.get(noun);
    if (!replication || !source) return;
    placeReplicator(scope, { replication, source, target, resolved });
  },
};

interface Placed {
  readonly replication: Replication;
  readonly source: Cluster;
  readonly target: Cluster;
  readonly resolved: Resolved;
}

function placeReplicator(scope: Construct, placed: Placed): void {
  const { replication, source, target, resolved } = placed;
  const { environment } = resolved;
  const name = replicatorName(environment, replication);
  const [there, here] = [mskSettings(source).region, mskSettings(target).region];
  const sameRegion = there === here;
  const from = findProvisioned(scope, source, environment, sameRegion ? undefined : there);
  const to = findProvisioned(scope, target, environment);
  const policyArns = [...policiesOf(scope, placed, 'source', from), ...policiesOf(scope, placed, 'target', to)];
  const account = addressed(new DataAwsCallerIdentity(scope, 'account'), 'account').accountId;
  const role = new MskServiceRole(scope, replication.name, {
    roleName: replicatorRoleName(environment, replication),
    description: `MSK Replicator of ${replication.name}`,
    service: 'kafka.amazonaws.com',
    account,
    sourceArn: `arn:${partitionOf(here)}:kafka:${here}:${account}:replicator/${name}/*`,
    policyArns,
  });
  // A source in another region is reached by its multi-VPC connectivity, which knows no security group of ours.
  const atSource = sameRegion
    ? groupAt(scope, from, { id: `${replication.name}_source`, name: `${name}-source` })
    : undefined;
  const atTarget = groupAt(scope, to, { id: `${replication.name}_target`, name: `${name}-target` });
  new MskReplicator(scope, replication.name, {
    replicatorName: name,
    description: `Copies ${replication.from} to ${replication.to}`,
    source: side(from, atSource),
    target: side(to, atTarget),
    topicsToReplicate: replication.topics.map(exactly),
    consumerGroupsToReplicate: replication.groups.map(exactly),
    serviceExecutionRoleArn: role.arn,
    dependsOn: [...role.attachments, ...(atSource?.rules ?? []), ...atTarget.rules],
  });
}

const groupAt = (
  scope: Construct,
  { vpcId, brokerSecurityGroupId }: ProvisionedCluster,
  { id, name }: { readonly id: string; readonly name: string },
): MskClientSecurityGroup =>
  new MskClientSecurityGroup(scope, id, {
    name,
    description: `MSK Replicator at ${name}`,
    vpcId,
    brokerSecurityGroupId,
  });

const side = ({ arn, subnets }: ProvisionedCluster, group?: MskClientSecurityGroup): MskReplicatorCluster => ({
  clusterArn: arn,
  subnetIds: subnets,
  securityGroupIds: group && [group.securityGroupId],
});

const policiesOf = (
  scope: Construct,
  { replication, resolved }: Placed,
  of: Side,
  { arn }: ProvisionedCluster,
): readonly string[] => {
  const application = mirrorApplication(replication.name, of);
  return new MskIamPolicy(scope, application, {
    name: `${resolved.environment.name}-${application}`,
    description: `What MSK Replicator may do for ${application}`,
    clusterArn: arn,
    statements: iamStatements(resolved.permissions.filter((one) => one.application === application)),
  }).arns;
};
