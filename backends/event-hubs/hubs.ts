import type { Construct } from 'constructs';
import { EventHubsConsumerGroup } from '../../constructs/terraform/event-hubs/consumer-group';
import { type CaptureDescription, EventHub } from '../../constructs/terraform/event-hubs/event-hub';
import { own } from '../../model/by-name';
import type { Cluster } from '../../model/cluster';
import { terraformId } from '../../model/names';
import type { Topic } from '../../model/topic';
import { consumerGroupId } from './description/addresses';
import { eventHubsSettings } from './description/cluster';
import { type CaptureInput, windowOf } from './description/hub';
import { retentionOf } from './retention';

/** A topic's hub with what is said of it besides; returns its id. */
export function placeHub(scope: Construct, topic: Topic, cluster: Cluster, namespaceId: string): string {
  const { hubs, namespace: namespaceName, resourceGroup: resourceGroupName } = eventHubsSettings(cluster);
  const { capture, consumerGroups = [] } = own(hubs, topic.name) ?? {};
  const hub = new EventHub(scope, terraformId(topic.name), {
    name: topic.name,
    namespaceId,
    partitionCount: topic.partitions,
    retentionDescription: retentionOf(topic),
    captureDescription: capture && captureOf(capture),
  });
  for (const name of consumerGroups)
    new EventHubsConsumerGroup(scope, consumerGroupId(topic.name, name), {
      name,
      namespaceName,
      eventhubName: hub.hubName,
      resourceGroupName,
    });
  return hub.hubId;
}

function captureOf(said: CaptureInput): CaptureDescription {
  const { seconds, bytes } = windowOf(said);
  return {
    storageAccountId: said.storageAccount,
    userAssignedIdentityId: said.identity,
    blobContainerName: said.container,
    intervalInSeconds: seconds,
    sizeLimitInBytes: bytes,
    skipEmptyArchives: said.skipEmpty,
    archiveNameFormat: said.nameFormat,
  };
}
