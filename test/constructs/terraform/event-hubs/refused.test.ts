import type { TerraformStack } from 'cdktf';
import { EventHubsConsumerGroup } from '../../../../constructs/terraform/event-hubs/consumer-group';
import { EventHubsDedicatedCluster } from '../../../../constructs/terraform/event-hubs/dedicated-cluster';
import { EventHubsDiagnostics } from '../../../../constructs/terraform/event-hubs/diagnostics';
import { EventHubsDisasterRecovery } from '../../../../constructs/terraform/event-hubs/disaster-recovery';
import { EventHubsGeoReplication } from '../../../../constructs/terraform/event-hubs/geo-replication';
import { EventHubsLogArchive } from '../../../../constructs/terraform/event-hubs/log-archive';
import { EventHubsSasRule } from '../../../../constructs/terraform/event-hubs/sas-rule';
import { EventHubsSchemaGroup } from '../../../../constructs/terraform/event-hubs/schema-group';
import { place, placed } from './rows';

const target = { namespaceId: '/namespaces/n', namespaceName: 'kit-orders' };

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

test.each<[string, (stack: TerraformStack) => unknown, string]>([
  [
    'a dedicated cluster with a name of five letters',
    (stack) => new EventHubsDedicatedCluster(stack, 'it', { ...place, name: 'kafka' }),
    "the name 'kafka': use 6 to 50",
  ],
  [
    'a dedicated cluster of more units than are sold',
    (stack) => new EventHubsDedicatedCluster(stack, 'it', { ...place, name: 'kit-cluster', capacity: 21 }),
    'a capacity of 21: use 1 to 20',
  ],
  [
    'an archive with a name that is no account',
    (stack) => new EventHubsLogArchive(stack, 'it', { ...place, name: 'kit-logs' }),
    "the name 'kit-logs': use 3 to 24",
  ],
  [
    'an archive that keeps nothing',
    (stack) => new EventHubsLogArchive(stack, 'it', { ...place, name: 'kitlogs', periodSinceCreationInDays: 0 }),
    '0 days: use 1 to 146000',
  ],
  [
    'logs that go nowhere',
    (stack) => new EventHubsDiagnostics(stack, 'it', target),
    'logs that go nowhere: name a workspace or a storage account',
  ],
  [
    'a second region that is behind by a minute',
    (stack) =>
      new EventHubsGeoReplication(stack, 'it', {
        namespaceId: '/n',
        primaryLocation: 'westeurope',
        locationName: 'northeurope',
        maxReplicationLagDurationInSeconds: 60,
      }),
    'a lag of 60 seconds: use 0 seconds, or 5 minutes to 1 day',
  ],
  [
    'an alias that is no host',
    (stack) =>
      new EventHubsDisasterRecovery(stack, 'it', {
        alias: 'kit',
        partnerNamespaceId: '/n',
        namespaceName: 'kit-orders',
        resourceGroupName: 'kafka',
      }),
    "the alias 'kit': use 6 to 50",
  ],
])('%s is refused when it is synthesized', (_, build, message) => {
  expect(() => placed(build)).toThrow(message);
});
