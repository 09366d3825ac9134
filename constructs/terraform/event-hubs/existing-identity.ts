import { DataAzurermUserAssignedIdentity } from '@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsExistingIdentityProps {
  readonly name: string;
  readonly resourceGroupName: string;
}

/** Who an application is to Azure, where somebody else made it, in the subscription that is deployed to. */
export class EventHubsExistingIdentity extends Construct {
  /** Whom roles are assigned to. */
  readonly principalId: string;
  /** What a client names itself with; no secret. */
  readonly clientId: string;

  constructor(scope: Construct, id: string, { name, resourceGroupName }: EventHubsExistingIdentityProps) {
    super(scope, `existing-identity.${id}`);
    const found = new DataAzurermUserAssignedIdentity(this, 'identity', { name, resourceGroupName });
    addressed(found, id);
    this.principalId = found.principalId;
    this.clientId = found.clientId;
  }
}
