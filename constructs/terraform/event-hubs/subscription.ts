import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

/** What a resource is called in its group. */
export interface ResourceName {
  readonly resourceGroupName: string;
  readonly name: string;
}

/**
 * The subscription that is deployed to, and the ids of what other stacks, or people, have made in it. Ids are put
 * together: `data.azurerm_eventhub_namespace` would ask for the namespace's keys and write them into every stack's state.
 */
export class EventHubsSubscription extends Construct {
  private readonly root: string;

  constructor(scope: Construct, id: string) {
    super(scope, `subscription.${id}`);
    const { subscriptionId } = addressed(new DataAzurermClientConfig(this, 'client'), id);
    this.root = `/subscriptions/${subscriptionId}`;
  }

  namespaceId({ resourceGroupName, name }: ResourceName): string {
    return `${this.root}/resourceGroups/${resourceGroupName}/providers/Microsoft.EventHub/namespaces/${name}`;
  }

  /** Of one of Azure's own roles, by its name, which is a UUID. */
  roleDefinitionId(role: string): string {
    return `${this.root}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
  }

  keyVaultId({ resourceGroupName, name }: ResourceName): string {
    return `${this.root}/resourceGroups/${resourceGroupName}/providers/Microsoft.KeyVault/vaults/${name}`;
  }
}
