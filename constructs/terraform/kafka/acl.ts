import type { Construct } from 'constructs';
import { KafkaResource } from './resource';

/** One ACL in the provider's words, which are Kafka's but for `TransactionalID`. */
export interface KafkaAclProps {
  /** `Topic`, `Group`, `TransactionalID`, `Cluster`, `DelegationToken`. */
  readonly resourceType: string;
  readonly resourceName: string;
  /** Default: `Literal`. */
  readonly patternType?: 'Literal' | 'Prefixed';
  /** `User:order-service`. */
  readonly principal: string;
  /** Default: `*`, any host. */
  readonly host?: string;
  /** `Read`, `Write`, `Create`, … */
  readonly operation: string;
  /** Default: `Allow`. */
  readonly permissionType?: 'Allow' | 'Deny';
}

/** `kafka_acl`; every change replaces it. https://registry.terraform.io/providers/Mongey/kafka/latest/docs/resources/acl */
export class KafkaAcl extends KafkaResource {
  constructor(scope: Construct, id: string, props: KafkaAclProps) {
    super(scope, id, {
      type: 'kafka_acl',
      attributes: {
        resource_type: props.resourceType,
        resource_name: props.resourceName,
        resource_pattern_type_filter: props.patternType ?? 'Literal',
        acl_principal: props.principal,
        acl_host: props.host ?? '*',
        acl_operation: props.operation,
        acl_permission_type: props.permissionType ?? 'Allow',
      },
    });
  }
}
