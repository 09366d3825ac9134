import {
  EventHubsCustomerManagedKey,
  type EventHubsCustomerManagedKeyProps,
} from '../../../../constructs/terraform/event-hubs/customer-managed-key';
import {
  EventHubsEncryptionIdentity,
  type EventHubsEncryptionIdentityProps,
} from '../../../../constructs/terraform/event-hubs/encryption-identity';
import { changedByEachProp, kept, place, placed, row, tags, unprotected } from './rows';

const [_here, _there] = [
  { locationName: 'westeurope', roleType: 'Primary' },
  { locationName: 'northeurope', roleType: 'Secondary' },
];

const constructs = [
  row<EventHubsEncryptionIdentityProps>({
    of: EventHubsEncryptionIdentity,
    address: 'azurerm_user_assigned_identity.it_encryption',
    least: { ...place, name: 'prod-main-encryption', keyId: '/vaults/v/keys/k' },
    becomes: { name: 'prod-main-encryption', location: 'westeurope', resource_group_name: 'kafka', ...kept },
    changes: {
      name: ['other', { name: 'other' }],
      location: ['northeurope', { location: 'northeurope' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      keyId: ['/vaults/v/keys/other', { scope: '/vaults/v/keys/other' }, 'azurerm_role_assignment.it_encryption'],
      preventDestroy: unprotected,
      tags,
    },
  }),
  row<EventHubsCustomerManagedKeyProps>({
    of: EventHubsCustomerManagedKey,
    address: 'azurerm_eventhub_namespace_customer_managed_key.it',
    least: { namespaceId: '/namespaces/n', keyVaultKeyId: 'https://k', userAssignedIdentityId: '/i' },
    becomes: {
      eventhub_namespace_id: '/namespaces/n',
      key_vault_key_ids: ['https://k'],
      user_assigned_identity_id: '/i',
      lifecycle: { prevent_destroy: true },
    },
    changes: {
      namespaceId: ['/namespaces/m', { eventhub_namespace_id: '/namespaces/m' }],
      keyVaultKeyId: ['https://l', { key_vault_key_ids: ['https://l'] }],
      userAssignedIdentityId: ['/j', { user_assigned_identity_id: '/j' }],
      infrastructureEncryptionEnabled: [true, { infrastructure_encryption_enabled: true }],
      dependsOn: [[{ fqn: 'azurerm_role_assignment.r' }], { depends_on: ['azurerm_role_assignment.r'] }],
      preventDestroy: unprotected,
    },
  }),
];

changedByEachProp(constructs);

test('the identity of a key may wrap and unwrap with that key, and nothing else', () => {
  const made = placed(
    (stack) => new EventHubsEncryptionIdentity(stack, 'it', { ...place, name: 'enc', keyId: '/vaults/v/keys/k' }),
  );
  expect(made.get('azurerm_role_assignment.it_encryption')).toEqual({
    scope: '/vaults/v/keys/k',
    role_definition_name: 'Key Vault Crypto Service Encryption User',
    // Of another key it is there before the old one goes.
    lifecycle: { create_before_destroy: true },
    principal_id: `\${azurerm_user_assigned_identity.it_encryption.principal_id}`,
    principal_type: 'ServicePrincipal',
  });
});
