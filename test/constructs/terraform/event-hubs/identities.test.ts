import {
  EventHubsApplicationIdentity,
  type EventHubsApplicationIdentityProps,
} from '../../../../constructs/terraform/event-hubs/application-identity';
import {
  EventHubsConnectionSecret,
  type EventHubsConnectionSecretProps,
} from '../../../../constructs/terraform/event-hubs/connection-secret';
import { EventHubsDataRole, type EventHubsDataRoleProps } from '../../../../constructs/terraform/event-hubs/data-role';
import { EventHubsExistingIdentity } from '../../../../constructs/terraform/event-hubs/existing-identity';
import {
  EventHubsFederatedCredential,
  type EventHubsFederatedCredentialProps,
} from '../../../../constructs/terraform/event-hubs/federated-credential';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import {
  EventHubsSecretReader,
  type EventHubsSecretReaderProps,
} from '../../../../constructs/terraform/event-hubs/secret-reader';
import { resourcesOf, synthesized } from '../../../support/synthesize';
import { changedByEachProp, row } from './rows';

const constructs = [
  row<EventHubsApplicationIdentityProps>({
    of: EventHubsApplicationIdentity,
    address: 'azurerm_user_assigned_identity.it',
    least: { name: 'prod-shop', location: 'westeurope', resourceGroupName: 'kafka' },
    becomes: { name: 'prod-shop', location: 'westeurope', resource_group_name: 'kafka' },
    changes: {
      name: ['prod-till', { name: 'prod-till' }],
      location: ['northeurope', { location: 'northeurope' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      tags: [{ owner: 'orders' }, { tags: { owner: 'orders' } }],
    },
  }),
  row<EventHubsFederatedCredentialProps>({
    of: EventHubsFederatedCredential,
    address: 'azurerm_federated_identity_credential.it',
    least: {
      name: 'kubernetes',
      userAssignedIdentityId: '/identities/shop',
      issuer: 'https://issuer.example.com/',
      namespace: 'orders',
      serviceAccount: 'shop',
    },
    becomes: {
      name: 'kubernetes',
      user_assigned_identity_id: '/identities/shop',
      issuer: 'https://issuer.example.com/',
      subject: 'system:serviceaccount:orders:shop',
      audience: ['api://AzureADTokenExchange'],
    },
    changes: {
      name: ['other', { name: 'other' }],
      userAssignedIdentityId: ['/identities/till', { user_assigned_identity_id: '/identities/till' }],
      issuer: ['https://other.example.com/', { issuer: 'https://other.example.com/' }],
      namespace: ['tills', { subject: 'system:serviceaccount:tills:shop' }],
      serviceAccount: ['till', { subject: 'system:serviceaccount:orders:till' }],
    },
  }),
  row<EventHubsDataRoleProps>({
    of: EventHubsDataRole,
    address: 'azurerm_role_assignment.it',
    least: { role: 'Sender', scope: '/hubs/orders', principalId: 'p' },
    becomes: {
      role_definition_name: 'Azure Event Hubs Data Sender',
      scope: '/hubs/orders',
      principal_id: 'p',
      principal_type: 'ServicePrincipal',
    },
    changes: {
      role: ['Receiver', { role_definition_name: 'Azure Event Hubs Data Receiver' }],
      scope: ['/hubs/paid', { scope: '/hubs/paid' }],
      principalId: ['q', { principal_id: 'q' }],
      principalType: ['Group', { principal_type: 'Group' }],
      description: ['why', { description: 'why' }],
    },
  }),
  row<EventHubsSecretReaderProps>({
    of: EventHubsSecretReader,
    address: 'azurerm_role_assignment.it',
    least: { secretId: '/secrets/main--shop', principalId: 'p' },
    becomes: {
      role_definition_name: 'Key Vault Secrets User',
      scope: '/secrets/main--shop',
      principal_id: 'p',
      principal_type: 'ServicePrincipal',
    },
    changes: {
      secretId: ['/secrets/main--till', { scope: '/secrets/main--till' }],
      principalId: ['q', { principal_id: 'q' }],
    },
  }),
  row<EventHubsConnectionSecretProps>({
    of: EventHubsConnectionSecret,
    address: 'azurerm_key_vault_secret.it',
    least: { name: 'main-shop', keyVaultId: '/vaults/v', bootstrapServers: 'b:9093', clientId: 'c' },
    becomes: {
      name: 'main-shop',
      key_vault_id: '/vaults/v',
      value: `\${jsonencode({"bootstrap-servers" = "b:9093", "client-id" = "c"})}`,
      content_type: 'application/json',
    },
    changes: {
      name: ['main-till', { name: 'main-till' }],
      keyVaultId: ['/vaults/w', { key_vault_id: '/vaults/w' }],
      bootstrapServers: ['d:9093', { value: `\${jsonencode({"bootstrap-servers" = "d:9093", "client-id" = "c"})}` }],
      clientId: ['d', { value: `\${jsonencode({"bootstrap-servers" = "b:9093", "client-id" = "d"})}` }],
      tags: [{ owner: 'orders' }, { tags: { owner: 'orders' } }],
    },
  }),
];

changedByEachProp(constructs);

test('an identity that exists is found by its name, and nothing of it is changed', () => {
  const output = synthesized((stack) => {
    new EventHubsProvider(stack, 'azurerm');
    const found = new EventHubsExistingIdentity(stack, 'shop', { name: 'shop-prod', resourceGroupName: 'shops' });
    new EventHubsDataRole(stack, 'it', { role: 'Sender', scope: '/hubs/h', principalId: found.principalId });
  });
  expect(output).toHaveProperty('data.azurerm_user_assigned_identity.shop.name', 'shop-prod');
  expect(output).toHaveProperty('data.azurerm_user_assigned_identity.shop.resource_group_name', 'shops');
  expect(resourcesOf(output).get('azurerm_role_assignment.it')?.principal_id).toBe(
    '${data.azurerm_user_assigned_identity.shop.principal_id}',
  );
});
