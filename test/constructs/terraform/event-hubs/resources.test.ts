import type { TerraformStack } from 'cdktf';
import {
  EventHubsApplicationGroup,
  type EventHubsApplicationGroupProps,
} from '../../../../constructs/terraform/event-hubs/application-group';
import {
  EventHubsApplicationIdentity,
  type EventHubsApplicationIdentityProps,
} from '../../../../constructs/terraform/event-hubs/application-identity';
import { AzapiProvider } from '../../../../constructs/terraform/event-hubs/azapi';
import {
  EventHubsConnectionSecret,
  type EventHubsConnectionSecretProps,
} from '../../../../constructs/terraform/event-hubs/connection-secret';
import {
  EventHubsConsumerGroup,
  type EventHubsConsumerGroupProps,
} from '../../../../constructs/terraform/event-hubs/consumer-group';
import { EventHubsDataRole, type EventHubsDataRoleProps } from '../../../../constructs/terraform/event-hubs/data-role';
import { EventHub, type EventHubProps } from '../../../../constructs/terraform/event-hubs/event-hub';
import { EventHubsExistingIdentity } from '../../../../constructs/terraform/event-hubs/existing-identity';
import {
  EventHubsFederatedCredential,
  type EventHubsFederatedCredentialProps,
} from '../../../../constructs/terraform/event-hubs/federated-credential';
import {
  EventHubsKeySecret,
  type EventHubsKeySecretProps,
} from '../../../../constructs/terraform/event-hubs/key-secret';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import { EventHubsSasRule, type EventHubsSasRuleProps } from '../../../../constructs/terraform/event-hubs/sas-rule';
import {
  EventHubsSchemaGroup,
  type EventHubsSchemaGroupProps,
} from '../../../../constructs/terraform/event-hubs/schema-group';
import {
  EventHubsSchemaRole,
  type EventHubsSchemaRoleProps,
} from '../../../../constructs/terraform/event-hubs/schema-role';
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
      new AzapiProvider(stack, 'azapi');
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
      captureDescription: [
        { storageAccountId: '/accounts/a', blobContainerName: 'orders' },
        {
          capture_description: {
            enabled: true,
            encoding: 'Avro',
            interval_in_seconds: 300,
            size_limit_in_bytes: 314_572_800,
            skip_empty_archives: true,
            destination: {
              name: 'EventHubArchive.AzureBlockBlob',
              archive_name_format: '{Namespace}/{EventHub}/{PartitionId}/{Year}/{Month}/{Day}/{Hour}/{Minute}/{Second}',
              blob_container_name: 'orders',
              storage_account_id: '/accounts/a',
            },
          },
        },
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
      principalType: ['Group', { principal_type: 'Group' }],
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
      tags: [{ owner: 'orders' }, { tags: { owner: 'orders' } }],
    },
  }),
  row<EventHubsConsumerGroupProps>({
    of: EventHubsConsumerGroup,
    type: 'azurerm_eventhub_consumer_group',
    least: { name: 'audit', namespaceName: 'kit-orders', eventhubName: 'orders.created', resourceGroupName: 'kafka' },
    becomes: {
      name: 'audit',
      namespace_name: 'kit-orders',
      eventhub_name: 'orders.created',
      resource_group_name: 'kafka',
    },
    changes: {
      name: ['search', { name: 'search' }],
      namespaceName: ['kit-other', { namespace_name: 'kit-other' }],
      eventhubName: ['orders.paid', { eventhub_name: 'orders.paid' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
    },
  }),
  row<EventHubsSchemaGroupProps>({
    of: EventHubsSchemaGroup,
    type: 'azurerm_eventhub_namespace_schema_group',
    least: { name: 'orders', namespaceId: '/namespaces/n' },
    becomes: {
      name: 'orders',
      namespace_id: '/namespaces/n',
      schema_type: 'Avro',
      schema_compatibility: 'Backward',
      lifecycle: { prevent_destroy: true },
    },
    changes: {
      name: ['paid', { name: 'paid' }],
      namespaceId: ['/namespaces/m', { namespace_id: '/namespaces/m' }],
      schemaType: ['Json', { schema_type: 'Json', schema_compatibility: 'None' }],
      schemaCompatibility: ['Forward', { schema_compatibility: 'Forward' }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      preventDestroy: [false, { lifecycle: undefined }],
    },
  }),
  row<EventHubsSchemaRoleProps>({
    of: EventHubsSchemaRole,
    type: 'azurerm_role_assignment',
    least: { roleDefinitionId: '/roleDefinitions/r', scope: '/namespaces/n', principalId: 'p' },
    becomes: {
      role_definition_id: '/roleDefinitions/r',
      scope: '/namespaces/n',
      principal_id: 'p',
      principal_type: 'ServicePrincipal',
    },
    changes: {
      roleDefinitionId: ['/roleDefinitions/c', { role_definition_id: '/roleDefinitions/c' }],
      scope: ['/namespaces/m', { scope: '/namespaces/m' }],
      principalId: ['q', { principal_id: 'q' }],
      description: ['why', { description: 'why' }],
    },
  }),
  row<EventHubsFederatedCredentialProps>({
    of: EventHubsFederatedCredential,
    type: 'azurerm_federated_identity_credential',
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
  row<EventHubsKeySecretProps>({
    of: EventHubsKeySecret,
    type: 'azurerm_key_vault_secret',
    least: { name: 'prod-main-till', keyVaultId: '/vaults/v', connectionString: 'c', version: 1 },
    becomes: {
      name: 'prod-main-till',
      key_vault_id: '/vaults/v',
      value_wo: 'c',
      value_wo_version: 1,
      content_type: 'text/plain',
    },
    changes: {
      name: ['prod-main-shop', { name: 'prod-main-shop' }],
      keyVaultId: ['/vaults/w', { key_vault_id: '/vaults/w' }],
      connectionString: ['d', { value_wo: 'd' }],
      version: [2, { value_wo_version: 2 }],
      tags: [{ owner: 'orders' }, { tags: { owner: 'orders' } }],
    },
  }),
  row<EventHubsSasRuleProps>({
    of: EventHubsSasRule,
    type: 'azapi_resource',
    least: { name: 'till', hubId: '/hubs/orders', listen: true, send: true },
    becomes: {
      type: 'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01',
      name: 'till',
      parent_id: '/hubs/orders',
      body: { properties: { rights: ['Listen', 'Send'] } },
    },
    changes: {
      name: ['shop', { name: 'shop' }],
      hubId: ['/hubs/paid', { parent_id: '/hubs/paid' }],
      listen: [false, { body: { properties: { rights: ['Send'] } } }],
      send: [false, { body: { properties: { rights: ['Listen'] } } }],
      // What changes is asked for by an ephemeral resource: a test of its own.
      ofAlias: [true, {}],
    },
  }),
  row<EventHubsApplicationGroupProps>({
    of: EventHubsApplicationGroup,
    type: 'azapi_resource',
    least: { name: 'shop', namespaceId: '/namespaces/n', client: { entraClientId: 'c' }, incomingBytes: 1_000 },
    becomes: {
      type: 'Microsoft.EventHub/namespaces/applicationGroups@2024-01-01',
      name: 'shop',
      parent_id: '/namespaces/n',
      body: {
        properties: {
          clientAppGroupIdentifier: 'AADAppID=c',
          isEnabled: true,
          policies: [incoming(1_000)],
        },
      },
    },
    changes: {
      name: ['till', { name: 'till' }],
      namespaceId: ['/namespaces/m', { parent_id: '/namespaces/m' }],
      client: [
        { entitySasKeyName: 'till' },
        {
          body: {
            properties: {
              clientAppGroupIdentifier: 'EntitySASKeyName=till',
              isEnabled: true,
              policies: [incoming(1_000)],
            },
          },
        },
      ],
      incomingBytes: [
        2_000,
        {
          body: {
            properties: { clientAppGroupIdentifier: 'AADAppID=c', isEnabled: true, policies: [incoming(2_000)] },
          },
        },
      ],
      outgoingBytes: [
        5,
        {
          body: {
            properties: {
              clientAppGroupIdentifier: 'AADAppID=c',
              isEnabled: true,
              policies: [
                incoming(1_000),
                {
                  name: 'OutgoingBytes',
                  type: 'ThrottlingPolicy',
                  metricId: 'OutgoingBytes',
                  rateLimitThreshold: 5,
                },
              ],
            },
          },
        },
      ],
    },
  }),
];

function incoming(rateLimitThreshold: number) {
  return { name: 'IncomingBytes', type: 'ThrottlingPolicy', metricId: 'IncomingBytes', rateLimitThreshold };
}

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

test('a capture with an identity needs no keys of its account', () => {
  const destination = (userAssignedIdentityId?: string) =>
    placed(
      (stack) =>
        new EventHub(stack, 'it', {
          name: 'it',
          namespaceId: '/namespaces/n',
          partitionCount: 1,
          captureDescription: { storageAccountId: '/accounts/a', blobContainerName: 'c', userAssignedIdentityId },
        }),
    ).get('azurerm_eventhub.it')?.capture_description;
  expect(destination('/identities/i')).toMatchObject({
    destination: {
      name: 'EventHubArchive.AzureBlockBlob',
      storage_account_id: '/accounts/a',
      storage_authentication_type: 'UserAssigned',
      storage_authentication_id: '/identities/i',
    },
  });
  expect(JSON.stringify(destination())).not.toContain('storage_authentication');
});

test('a hub with a name that Azure refuses is refused when it is synthesized', () => {
  const hub = (name: string) =>
    placed((stack) => new EventHub(stack, 'it', { name, namespaceId: '/namespaces/n', partitionCount: 1 }));
  expect(() => hub('orders.')).toThrow("the name 'orders.': begin and end it with a letter or a digit");
  expect(hub('orders.v2').size).toBe(1);
});

test.each<[string, object, string]>([
  ['too short a window', { intervalInSeconds: 59 }, 'a file of 59 seconds: 60 to 900 are taken'],
  ['too long a window', { intervalInSeconds: 901 }, 'a file of 901 seconds'],
  ['too small a file', { sizeLimitInBytes: 10_485_759 }, 'a file of 10485759 bytes: 10485760 to 524288000 are taken'],
  ['too large a file', { sizeLimitInBytes: 524_288_001 }, 'a file of 524288001 bytes'],
  ['names that say no second', { archiveNameFormat: '{Namespace}/{EventHub}' }, 'lacks {PartitionId}'],
])('a capture with %s is refused when it is synthesized, and one at its bounds is not', (_, wrong, message) => {
  const captured = (capture: object) =>
    placed(
      (stack) =>
        new EventHub(stack, 'it', {
          name: 'it',
          namespaceId: '/namespaces/n',
          partitionCount: 1,
          captureDescription: { storageAccountId: '/accounts/a', blobContainerName: 'c', ...capture },
        }),
    );
  expect(() => captured(wrong)).toThrow(message);
  for (const bounds of [
    { intervalInSeconds: 60, sizeLimitInBytes: 10_485_760 },
    { intervalInSeconds: 900, sizeLimitInBytes: 524_288_000 },
  ])
    expect(captured(bounds).size).toBe(1);
});

test("a rule's keys are asked for by an ephemeral resource, once the rule is there, and no resource has them", () => {
  const output = synthesized((stack) => {
    new EventHubsProvider(stack, 'azurerm');
    new AzapiProvider(stack, 'azapi');
    const rule = new EventHubsSasRule(stack, 'till', { name: 'till', hubId: '/hubs/orders', send: true });
    const place = { keyVaultId: '/vaults/v', version: 1 };
    new EventHubsKeySecret(stack, 'one', { ...place, name: 'one', connectionString: rule.primaryConnectionString });
    new EventHubsKeySecret(stack, 'two', { ...place, name: 'two', connectionString: rule.secondaryConnectionString });
  });
  expect(output).toHaveProperty('ephemeral.azapi_resource_action.till', {
    type: 'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01',
    resource_id: '${azapi_resource.till.id}',
    action: 'listKeys',
    method: 'POST',
    response_export_values: ['primaryConnectionString', 'secondaryConnectionString'],
  });
  const resources = resourcesOf(output);
  const keys = '${ephemeral.azapi_resource_action.till.output';
  expect(resources.get('azurerm_key_vault_secret.one')?.value_wo).toBe(`${keys}.primaryConnectionString}`);
  expect(resources.get('azurerm_key_vault_secret.two')?.value_wo).toBe(`${keys}.secondaryConnectionString}`);
  for (const [address, attributes] of resources)
    for (const [name, value] of Object.entries(attributes))
      if (name !== 'value_wo') expect(`${address} ${name} ${JSON.stringify(value)}`).not.toContain('ephemeral.');
});

test('of a namespace that is reached by an alias, the connection strings are those of the alias', () => {
  let strings: readonly string[] = [];
  const output = synthesized((stack) => {
    new AzapiProvider(stack, 'azapi');
    const rule = new EventHubsSasRule(stack, 'till', { name: 'till', hubId: '/hubs/h', send: true, ofAlias: true });
    strings = [rule.primaryConnectionString, rule.secondaryConnectionString];
  });
  expect(output).toHaveProperty('ephemeral.azapi_resource_action.till.response_export_values', [
    'aliasPrimaryConnectionString',
    'aliasSecondaryConnectionString',
  ]);
  const keys = '${ephemeral.azapi_resource_action.till.output';
  expect(strings).toEqual([`${keys}.aliasPrimaryConnectionString}`, `${keys}.aliasSecondaryConnectionString}`]);
});

test('a rule that lets nobody do anything, and a group that throttles nothing, are refused when they are synthesized', () => {
  expect(() => placed((stack) => new EventHubsSasRule(stack, 'it', { name: 'it', hubId: '/hubs/h' }))).toThrow(
    "the rule 'it' lets nobody do anything",
  );
  const group = (rates: object) => () =>
    placed(
      (stack) =>
        new EventHubsApplicationGroup(stack, 'it', {
          name: 'it',
          namespaceId: '/namespaces/n',
          client: { entraClientId: 'c' },
          ...rates,
        }),
    );
  expect(group({})).toThrow("the group 'it' throttles nothing");
  expect(group({ incomingBytes: 0 })).toThrow('a rate of 0 bytes per second');
  expect(group({ outgoingBytes: 1 })).not.toThrow();
});

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

test.each<[string, (stack: TerraformStack, name: string) => unknown]>([
  [
    'consumer group',
    (stack, name) =>
      new EventHubsConsumerGroup(stack, 'it', { name, namespaceName: 'n', eventhubName: 'h', resourceGroupName: 'g' }),
  ],
  ['schema group', (stack, name) => new EventHubsSchemaGroup(stack, 'it', { name, namespaceId: '/namespaces/n' })],
  ['rule', (stack, name) => new EventHubsSasRule(stack, 'it', { name, hubId: '/hubs/h', send: true })],
])('a %s with a name that Azure refuses is refused when it is synthesized', (_, make) => {
  expect(() => placed((stack) => make(stack, '-it'))).toThrow("the name '-it': use letters, digits");
  expect(() => placed((stack) => make(stack, 'it'))).not.toThrow();
});
