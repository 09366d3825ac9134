import type { Construct } from 'constructs';
import { KafkaAcl, type KafkaAclProps } from '../constructs/terraform/kafka/acl';
import { KafkaQuota } from '../constructs/terraform/kafka/quota';
import type { Cluster } from '../model/cluster';
import { permissionId } from '../model/names';
import { type Permission, userName } from '../model/permissions';
import type { Principal } from '../model/resolved';

/** What one user may do, and how fast, as brokers themselves hold it. */
export function placeKafkaAccess(scope: Construct, cluster: Cluster, { application, permissions }: Principal): void {
  if (application.quota)
    new KafkaQuota(scope, application.name, {
      entityType: 'user',
      entityName: userName(application, cluster),
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
