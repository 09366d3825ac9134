import { EventhubConsumerGroup } from '@cdktf/provider-azurerm/lib/eventhub-consumer-group';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { entityNames, isEntityName } from '../../../render/event-hubs/hubs';
import { addressed } from '../addressed';

export interface EventHubsConsumerGroupProps {
  /** 1 to 50 letters, digits, periods, dashes and underscores; not `$Default`, which is there. */
  readonly name: string;
  readonly namespaceName: string;
  readonly eventhubName: string;
  readonly resourceGroupName: string;
}

/** A consumer group for readers by AMQP; Kafka's groups are others, and nobody makes them. */
export class EventHubsConsumerGroup extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsConsumerGroupProps) {
    super(scope, `event-hubs-consumer-group.${id}`);
    const { name, namespaceName, eventhubName, resourceGroupName } = props;
    this.node.addValidation({
      validate: () => (Token.isUnresolved(name) || isEntityName(name) ? [] : [`the name '${name}': ${entityNames}`]),
    });
    const group = { name, namespaceName, eventhubName, resourceGroupName };
    addressed(new EventhubConsumerGroup(this, 'group', group), id);
  }
}
