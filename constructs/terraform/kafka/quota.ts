import type { Construct } from 'constructs';
import { KafkaResource } from './resource';

export interface KafkaQuotaProps {
  readonly entityType: 'user' | 'client-id' | 'ip';
  /** Default: the quota of everybody who has none of their own. */
  readonly entityName?: string;
  /** `producer_byte_rate` and `consumer_byte_rate` in bytes per second, `request_percentage` of a thread's time. */
  readonly config: Readonly<Record<string, number>>;
}

/** `kafka_quota`; every change replaces it. https://registry.terraform.io/providers/Mongey/kafka/latest/docs/resources/quota */
export class KafkaQuota extends KafkaResource {
  constructor(scope: Construct, id: string, { entityType, entityName, config }: KafkaQuotaProps) {
    const attributes = { entity_type: entityType, entity_name: entityName, config: { ...config } };
    super(scope, id, { type: 'kafka_quota', attributes });
  }
}
