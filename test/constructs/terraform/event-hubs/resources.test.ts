import type { TerraformStack } from 'cdktf';
import {
  EventHubsApplicationIdentity,
  type EventHubsApplicationIdentityProps,
} from '../../../../constructs/terraform/event-hubs/application-identity';
import {
  EventHubsConnectionSecret,
  type EventHubsConnectionSecretProps,
} from '../../../../constructs/terraform/event-hubs/connection-secret';
import { EventHubsDataRole, type EventHubsDataRoleProps } from '../../../../constructs/terraform/event-hubs/data-role';
import { EventHub, type EventHubProps } from '../../../../constructs/terraform/event-hubs/event-hub';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import {
  EventHubsSecretReader,
  type EventHubsSecretReaderProps,
} from '../../../../constructs/terraform/event-hubs/secret-reader';
import { EventHubsSubscription } from '../../../../constructs/terraform/event-hubs/subscription';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const placed = (place: (stack: TerraformStack) => void) =>
  resourcesOf(
    synthesized((stack) => {
      new EventHubsProvider(stack, 'azurerm');
      place(stack);
    }),
  );

/** A construct, the least that it needs, what that becomes, and what each further prop changes. */
interface Construct<Props> {
  readonly of: new (stack: TerraformStack, id: string, props: Props) => unknown;
  readonly type: string;
  readonly least: Props;
  readonly becomes: Readonly<Record<string, unknown>>;
  readonly changes: Readonly<{ [prop in keyof Props]-?: readonly [Props[prop], Readonly<Record<string, unknown>>] }>;
}
const row = <Props>(construct: Construct<Props>) => construct as unknown as Construct<Record<string, unknown>>;

const constructs = [
  row<EventHubProps>({
    of: EventHub,
    type: 'azurerm_eventhub',
    least: { name: 'orders.created', namespaceId: '/namespaces/n', partitionCount: 3 },
    becomes: {
      name: 'orders.created',
      namespace_id: '/namespaces/n',
      partition_count: 3,
      retention_description: { cleanup_policy: 'Delete', retention_time_in_hours: 168 },
      lifecycle: { prevent_destroy: true },
    },
    changes: {
      name: ['orders.paid', { name: 'orders.paid' }],
      namespaceId: ['/namespaces/m', { namespace_id: '/namespaces/m' }],
      partitionCount: [6, { partition_count: 6 }],
      retentionDescription: [
        { cleanupPolicy: 'Compact', tombstoneRetentionTimeInHours: 24 },
        { retention_description: { cleanup_policy: 'Compact', tombstone_retention_time_in_hours: 24 } },
      ],
      preventDestroy: [false, { lifecycle: undefined }],
    },
  }),
  row<EventHubsApplicationIdentityProps>({
    of: EventHubsApplicationIdentity,
    type: 'azurerm_user_assigned_identity',
    least: { name: 'prod-shop', location: 'westeurope', resourceGroupName: 'kafka' },
    becomes: { name: 'prod-shop', location: 'westeurope', resource_group_name: 'kafka' },
    changes: {
      name: ['prod-till', { name: 'prod-till' }],
      location: ['northeurope', { location: 'northeurope' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      tags: [{ owner: 'orders' }, { tags: { owner: 'orders' } }],
    },
  }),
  row<EventHubsDataRoleProps>({
    of: EventHubsDataRole,
    type: 'azurerm_role_assignment',
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
      description: ['why', { description: 'why' }],
    },
  }),
  row<EventHubsSecretReaderProps>({
    of: EventHubsSecretReader,
    type: 'azurerm_role_assignment',
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
    type: 'azurerm_key_vault_secret',
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
    },
  }),
];

describe.each(constructs.map((construct) => [construct.type, construct] as const))('%s', (type, construct) => {
  const { of: Construct, least, becomes, changes } = construct;
  const made = (props: Record<string, unknown>) =>
    placed((stack) => new Construct(stack, 'it', props)).get(`${type}.it`);

  test('with the least that it needs has its defaults and nothing else', () => {
    expect(made(least)).toEqual(becomes);
  });

  test.each(Object.entries(changes))('%s changes what it becomes', (prop, [value, changed]) => {
    expect(made({ ...least, [prop]: value })).toEqual({ ...becomes, ...changed });
  });
});

test('what another stack has made is found without asking for its keys', () => {
  const output = synthesized((stack) => {
    new EventHubsProvider(stack, 'azurerm');
    const subscription = new EventHubsSubscription(stack, 'main');
    const place = { resourceGroupName: 'kafka', name: 'kit-orders' };
    new EventHub(stack, 'it', { name: 'it', namespaceId: subscription.namespaceId(place), partitionCount: 1 });
    new EventHubsConnectionSecret(stack, 'it', {
      name: 'it',
      keyVaultId: subscription.keyVaultId(place),
      bootstrapServers: 'b:9093',
      clientId: 'c',
    });
  });
  const providers = `/subscriptions/\${data.azurerm_client_config.main.subscription_id}/resourceGroups/kafka/providers`;
  const resources = resourcesOf(output);
  expect(resources.get('azurerm_eventhub.it')?.namespace_id).toBe(
    `${providers}/Microsoft.EventHub/namespaces/kit-orders`,
  );
  expect(resources.get('azurerm_key_vault_secret.it')?.key_vault_id).toBe(
    `${providers}/Microsoft.KeyVault/vaults/kit-orders`,
  );
  expect(JSON.stringify(output)).not.toContain('azurerm_eventhub_namespace');
});

test('a hub with a name that Azure refuses is refused when it is synthesized', () => {
  const hub = (name: string) =>
    placed((stack) => new EventHub(stack, 'it', { name, namespaceId: '/namespaces/n', partitionCount: 1 }));
  expect(() => hub('orders.')).toThrow("the name 'orders.': begin and end it with a letter or a digit");
  expect(hub('orders.v2').size).toBe(1);
});
