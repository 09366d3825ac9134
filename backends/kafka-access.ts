import type { Construct } from 'constructs';
import { KafkaAcl, type KafkaAclProps } from '../constructs/terraform/kafka/acl';
import { KafkaQuota } from '../constructs/terraform/kafka/quota';
import type { Application } from '../model/application';
import type { Cluster } from '../model/cluster';
import { permissionId } from '../model/names';
import { type Permission, userName } from '../model/permissions';
import type { Principal, PrincipalUser } from '../model/resolved';

/** What an application may do, and how fast, as brokers themselves hold it: for each user that it has. */
export function placeKafkaAccess(scope: Construct, cluster: Cluster, { application, users }: Principal): void {
  for (const user of users) placeUserAccess(scope, cluster, application, user);
}

function placeUserAccess(
  scope: Construct,
  cluster: Cluster,
  application: Application,
  { name, permissions }: PrincipalUser,
): void {
  if (application.quota)
    new KafkaQuota(scope, name, {
      entityType: 'user',
      entityName: userName({ ...application, name }, cluster),
      config: application.quota,
    });
  for (const permission of permissions) new KafkaAcl(scope, permissionId(permission), kafkaAcl(permission));
}

/** Kafka's own permissions need no translation: an ACL says the same in the provider's words. */
const kafkaAcl = (permission: Permission): KafkaAclProps => ({
  resourceType: permission.resourceType === 'TransactionalId' ? 'TransactionalID' : permission.resourceType,
  resourceName: permission.resourceName,
  patternType: permission.patternType,
  principal: permission.principal,
  host: permission.host,
  operation: permission.operation,
  permissionType: permission.permission,
});
