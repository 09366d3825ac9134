import type { KafkaAclProps } from '../../constructs/terraform/kafka/acl';
import type { Permission } from '../../model/permissions';

/** Kafka's own permissions need no translation: an ACL says the same in the provider's words. */
export const kafkaAcl = (permission: Permission): KafkaAclProps => ({
  resourceType: permission.resourceType === 'TransactionalId' ? 'TransactionalID' : permission.resourceType,
  resourceName: permission.resourceName,
  patternType: permission.patternType,
  principal: permission.principal,
  host: permission.host,
  operation: permission.operation,
  permissionType: permission.permission,
});
