import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsSecretReaderProps {
  /** The id of a Key Vault's secret without its version, in Azure Resource Manager's words. */
  readonly secretId: string;
  /** Of a managed identity. */
  readonly principalId: string;
}

/**
 * Lets an identity read one secret of a Key Vault and none beside it. It holds where the vault asks Azure's roles, not
 * access policies of its own. https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
export class EventHubsSecretReader extends Construct {
  constructor(scope: Construct, id: string, { secretId, principalId }: EventHubsSecretReaderProps) {
    super(scope, `secret-reader.${id}`);
    const assignment = new RoleAssignment(this, 'assignment', {
      scope: secretId,
      roleDefinitionName: 'Key Vault Secrets User',
      principalId,
      // As for data: a new identity may not have arrived in Entra ID yet.
      principalType: 'ServicePrincipal',
    });
    addressed(assignment, id);
  }
}
