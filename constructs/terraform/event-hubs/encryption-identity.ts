import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsEncryptionIdentityProps {
  /** 3 to 128 letters, digits, dashes and underscores. */
  readonly name: string;
  readonly location: string;
  readonly resourceGroupName: string;
  /** The id of a Key Vault's key in Azure Resource Manager's words: `…/vaults/VAULT/keys/KEY`. */
  readonly keyId: string;
  /** Refuses any plan that deletes the identity: without it a namespace cannot unwrap its key, and nobody reads it. Default: true. */
  readonly preventDestroy?: boolean;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Who a namespace is to its key: an identity that may wrap and unwrap with exactly one. It holds where the vault asks
 * Azure's roles; the vault has soft delete and purge protection. https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key
 */
export class EventHubsEncryptionIdentity extends Construct {
  readonly identityId: string;
  /** What the key is set after: without the role the namespace is refused it. */
  readonly role: ITerraformDependable;

  constructor(scope: Construct, id: string, props: EventHubsEncryptionIdentityProps) {
    super(scope, `event-hubs-encryption-identity.${id}`);
    const { name, location, resourceGroupName, keyId, preventDestroy = true, tags } = props;
    const lifecycle = preventDestroy ? { preventDestroy } : undefined;
    const identity = new UserAssignedIdentity(this, 'identity', { name, location, resourceGroupName, tags, lifecycle });
    addressed(identity, `${id}_encryption`);
    const role = new RoleAssignment(this, 'role', {
      scope: keyId,
      roleDefinitionName: 'Key Vault Crypto Service Encryption User',
      principalId: identity.principalId,
      // As for applications: a new identity may not have arrived in Entra ID yet.
      principalType: 'ServicePrincipal',
      // Of another key it is there before the namespace is given that, and the old one goes afterwards.
      lifecycle: { createBeforeDestroy: true },
    });
    this.role = addressed(role, `${id}_encryption`);
    this.identityId = identity.id;
  }
}
