import type { Construct } from 'constructs';
import { MskApplicationRole } from '../../constructs/terraform/msk/application-role';
import { MskPolicyAttachments } from '../../constructs/terraform/msk/policy-attachments';
import type { Principal, Shard } from '../../model/resolved';
import { roleOf } from './description/roles';
import { mskSettings } from './description/settings';
import { awsClusterName } from './names';

/** Gives an application's policies to its role: to the one that exists, or to one that is made for its service account. */
export function placeRole(
  scope: Construct,
  { environment, cluster }: Shard,
  { application }: Pick<Principal, 'application'>,
  policyArns: readonly string[],
): void {
  const role = roleOf(application, mskSettings(cluster).roles, environment);
  if (!role) return;
  if (role.kind === 'existing') {
    new MskPolicyAttachments(scope, application.name, { roleName: role.roleName, policyArns });
    return;
  }
  const { kind: _, ...made } = role;
  const description = `${application.name} on ${awsClusterName(environment, cluster)}`;
  new MskApplicationRole(scope, application.name, { ...made, description, policyArns });
}
