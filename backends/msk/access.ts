import { Fn } from 'cdktf';
import type { KafkaAclProps } from '../../constructs/terraform/kafka/acl';
import type { Permission } from '../../model/permissions';
import type { Topic } from '../../model/topic';

/** What a user with a password may do needs no translation: an ACL says the same in the provider's words. */
export const kafkaAcl = (permission: Permission): KafkaAclProps => ({
  resourceType: permission.resourceType === 'TransactionalId' ? 'TransactionalID' : permission.resourceType,
  resourceName: permission.resourceName,
  patternType: permission.patternType,
  principal: permission.principal,
  host: permission.host,
  operation: permission.operation,
  permissionType: permission.permission,
});

/**
 * Lets brokers replicate a topic that has ACLs: their certificates are named `*.` and the cluster's domain. Current
 * versions of MSK let them anyway; the page still asks for it (read 2026-11-21).
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html
 */
export const brokersRead = ({ name }: Topic, bootstrapBrokers: string): KafkaAclProps => ({
  resourceType: 'Topic',
  resourceName: name,
  principal: `User:CN=*${Fn.regex('[.][^:]+', bootstrapBrokers)}`,
  operation: 'Read',
});
