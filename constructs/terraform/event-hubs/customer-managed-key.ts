import { EventhubNamespaceCustomerManagedKey } from '@cdktf/provider-azurerm/lib/eventhub-namespace-customer-managed-key';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

/** A key that encrypts a namespace, and the identity that may wrap and unwrap with it. */
export interface CustomerManagedKey {
  /** `https://VAULT.vault.azure.net/keys/NAME`; with a version it is not rotated. */
  readonly keyVaultKeyId: string;
  /** An identity with the role «Key Vault Crypto Service Encryption User» on the key. */
  readonly userAssignedIdentityId: string;
  /** A second layer below; another answer later makes the key anew, and Azure sets none on a namespace that has one. Default: false. */
  readonly infrastructureEncryptionEnabled?: boolean;
  /** What comes before the key is set, such as the identity's role. Default: nothing. */
  readonly dependsOn?: ITerraformDependable[];
}

export interface EventHubsCustomerManagedKeyProps extends CustomerManagedKey {
  readonly namespaceId: string;
  /** Refuses any plan that deletes or replaces the key: azurerm would forget it, leave it where it is, and be refused to set it again. Default: true. */
  readonly preventDestroy?: boolean;
}

/**
 * Sets the key of a namespace that holds no hub yet: «if the namespace contains event hubs, the encryption operation will
 * fail». Nobody takes it away again. https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key
 */
export class EventHubsCustomerManagedKey extends Construct {
  /** What is set on the namespace later, since this puts all of it. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: EventHubsCustomerManagedKeyProps) {
    super(scope, `event-hubs-customer-managed-key.${id}`);
    const { namespaceId, keyVaultKeyId, userAssignedIdentityId, infrastructureEncryptionEnabled, dependsOn } = props;
    const { preventDestroy = true } = props;
    const key = new EventhubNamespaceCustomerManagedKey(this, 'key', {
      eventhubNamespaceId: namespaceId,
      keyVaultKeyIds: [keyVaultKeyId],
      userAssignedIdentityId,
      infrastructureEncryptionEnabled,
      dependsOn,
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    this.resource = addressed(key, id);
  }
}
