import { EventHubsConnectionSecret } from '../../../../constructs/terraform/event-hubs/connection-secret';
import {
  EventHubsConsumerGroup,
  type EventHubsConsumerGroupProps,
} from '../../../../constructs/terraform/event-hubs/consumer-group';
import { EventHub, type EventHubProps } from '../../../../constructs/terraform/event-hubs/event-hub';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import { EventHubsSubscription } from '../../../../constructs/terraform/event-hubs/subscription';
import { resourcesOf, synthesized } from '../../../support/synthesize';
import { changedByEachProp, placed, row } from './rows';

const constructs = [
  row<EventHubProps>({
    of: EventHub,
    address: 'azurerm_eventhub.it',
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
  row<EventHubsConsumerGroupProps>({
    of: EventHubsConsumerGroup,
    address: 'azurerm_eventhub_consumer_group.it',
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
];

changedByEachProp(constructs);

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
