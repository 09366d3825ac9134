import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface NamespaceReferenceProps {
  readonly name: string;
  readonly resourceGroupName: string;
}

/**
 * A namespace of the subscription that is deployed to, which another stack has made. Its id is put together:
 * `data.azurerm_eventhub_namespace` would ask for the namespace's keys and write them into the state of every stack.
 */
export class NamespaceReference extends Construct {
  readonly namespaceId: string;

  constructor(scope: Construct, id: string, { name, resourceGroupName }: NamespaceReferenceProps) {
    super(scope, `namespace-reference.${id}`);
    const { subscriptionId } = addressed(new DataAzurermClientConfig(this, 'client'), id);
    this.namespaceId = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.EventHub/namespaces/${name}`;
  }

  /** The scope of a role on one hub, whoever makes the hub. */
  hubId(hub: string): string {
    return `${this.namespaceId}/eventhubs/${hub}`;
  }
}
