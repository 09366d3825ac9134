import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

/** By their ids: Azure has dropped «(Preview)» from their names, not everywhere at once. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/analytics */
export const schemaRoles = {
  Reader: '2c56ea50-c6b3-40a6-83c0-9d98858bc7d2',
  Contributor: '5dffeca3-4936-4216-b2bc-10343a5abb25',
} as const;

export interface EventHubsSchemaRoleProps {
  /** The id of Schema Registry Reader or Contributor in the subscription that is deployed to. */
  readonly roleDefinitionId: string;
  /** The id of a namespace: the roles are documented for the whole of it. https://learn.microsoft.com/azure/event-hubs/schema-registry-concepts#azure-role-based-access-control */
  readonly scope: string;
  /** Of a managed identity. */
  readonly principalId: string;
  /** Default: none. */
  readonly description?: string;
}

/** A role on the schemas of a namespace, in all of its groups; it may take five minutes to hold. */
export class EventHubsSchemaRole extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsSchemaRoleProps) {
    super(scope, `event-hubs-schema-role.${id}`);
    const { roleDefinitionId, principalId, description } = props;
    const assignment = new RoleAssignment(this, 'assignment', {
      scope: props.scope,
      roleDefinitionId,
      principalId,
      // As for data: a new identity may not have arrived in Entra ID yet.
      principalType: 'ServicePrincipal',
      description,
    });
    addressed(assignment, id);
  }
}
