import { Eventhub } from '@cdktf/provider-azurerm/lib/eventhub';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { hubNames, isHubName } from '../../../render/event-hubs/allowed';
import { addressed } from '../addressed';

/**
 * How long records stay, or each key's last one. The policy is fixed when the hub is made: another one makes a new hub.
 * https://learn.microsoft.com/azure/event-hubs/log-compaction
 */
export type RetentionDescription =
  | { readonly cleanupPolicy: 'Delete'; readonly retentionTimeInHours: number }
  | { readonly cleanupPolicy: 'Compact'; readonly tombstoneRetentionTimeInHours: number };

export interface EventHubProps {
  /** The topic's name in Kafka. */
  readonly name: string;
  readonly namespaceId: string;
  /** Only ever grows, and only where the namespace is `Premium`. */
  readonly partitionCount: number;
  /** Default: records are deleted after 168 hours, a week. */
  readonly retentionDescription?: RetentionDescription;
  /** Refuses any plan that replaces the hub; it protects no longer once the block itself is gone. Default: true. */
  readonly preventDestroy?: boolean;
}

/** An event hub, which is a topic to Kafka's clients. */
export class EventHub extends Construct {
  /** The scope of a role assignment. */
  readonly hubId: string;

  constructor(scope: Construct, id: string, props: EventHubProps) {
    super(scope, `event-hub.${id}`);
    const { name, namespaceId, partitionCount, preventDestroy = true } = props;
    this.node.addValidation({
      validate: () => (Token.isUnresolved(name) || isHubName(name) ? [] : [`the name '${name}': ${hubNames}`]),
    });
    const hub = new Eventhub(this, 'hub', {
      name,
      namespaceId,
      partitionCount,
      retentionDescription: props.retentionDescription ?? { cleanupPolicy: 'Delete', retentionTimeInHours: 168 },
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    this.hubId = addressed(hub, id).id;
  }
}
