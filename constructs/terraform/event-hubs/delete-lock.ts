import { ManagementLock } from '@cdktf/provider-azurerm/lib/management-lock';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsDeleteLockProps {
  readonly namespaceId: string;
  readonly namespaceName: string;
}

/**
 * A lock against deletion by anybody, Terraform too. It also keeps hubs from being deleted and access from being taken
 * away: «a cannot-delete lock prevents the deletion of Azure RBAC assignments».
 * https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export class EventHubsDeleteLock extends Construct {
  constructor(scope: Construct, id: string, { namespaceId, namespaceName }: EventHubsDeleteLockProps) {
    super(scope, `event-hubs-delete-lock.${id}`);
    const lock = new ManagementLock(this, 'lock', {
      name: `${namespaceName}-keep`,
      scope: namespaceId,
      lockLevel: 'CanNotDelete',
      notes: 'It holds records; remove the lock to delete hubs, role assignments or the namespace',
    });
    addressed(lock, id);
  }
}
