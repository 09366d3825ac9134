import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

/** What an application may do with hubs; `Owner` also makes and deletes them. */
export type DataRole = 'Sender' | 'Receiver' | 'Owner';

export interface EventHubsDataRoleProps {
  /** https://learn.microsoft.com/azure/event-hubs/authorize-access-azure-active-directory */
  readonly role: DataRole;
  /** The id of a hub, or of a namespace: then it reaches every hub that is, or will be, in it. */
  readonly scope: string;
  /** Of a managed identity, or of a group. */
  readonly principalId: string;
  /** Whose id that is. Default: `ServicePrincipal`, as managed identities are. */
  readonly principalType?: 'ServicePrincipal' | 'Group';
  /** Which flow asks for it. Default: none. */
  readonly description?: string;
}

/** A role on a hub or a namespace; it may take five minutes to hold. */
export class EventHubsDataRole extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsDataRoleProps) {
    super(scope, `event-hubs-data-role.${id}`);
    const { role, principalId, principalType = 'ServicePrincipal', description } = props;
    const assignment = new RoleAssignment(this, 'assignment', {
      scope: props.scope,
      roleDefinitionName: `Azure Event Hubs Data ${role}`,
      principalId,
      // Without it the provider looks a new identity up in Entra ID, where it may not have arrived yet.
      principalType,
      description,
    });
    addressed(assignment, id);
  }
}
