import { Eventhub, type EventhubCaptureDescription } from '@cdktf/provider-azurerm/lib/eventhub';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { hubNames, isHubName } from '../../../render/event-hubs/allowed';
import { archiveNameFormat, captureWindow, isWithin, missingArchiveParts } from '../../../render/event-hubs/hubs';
import { addressed } from '../addressed';

/**
 * How long records stay, or each key's last one. The policy is fixed when the hub is made: another one makes a new hub.
 * https://learn.microsoft.com/azure/event-hubs/log-compaction
 */
export type RetentionDescription =
  | { readonly cleanupPolicy: 'Delete'; readonly retentionTimeInHours: number }
  | { readonly cleanupPolicy: 'Compact'; readonly tombstoneRetentionTimeInHours: number };

/** Where each record goes besides, in Avro. https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview */
export interface CaptureDescription {
  /** Of an account that is no premium one; without an identity in the subscription of the namespace, with its keys allowed. */
  readonly storageAccountId: string;
  /** The id of an identity of the namespace that may write blobs there. Default: Event Hubs writes by the account's keys. */
  readonly userAssignedIdentityId?: string;
  /** It exists. */
  readonly blobContainerName: string;
  /** 60 to 900. Default: 300. */
  readonly intervalInSeconds?: number;
  /** 10485760 to 524288000. Default: 314572800. */
  readonly sizeLimitInBytes?: number;
  /** Whether times without records leave no file. Default: true. */
  readonly skipEmptyArchives?: boolean;
  /** Default: `{Namespace}/{EventHub}/{PartitionId}/{Year}/{Month}/{Day}/{Hour}/{Minute}/{Second}`, each of which another one has too. */
  readonly archiveNameFormat?: string;
}

export interface EventHubProps {
  /** The topic's name in Kafka. */
  readonly name: string;
  readonly namespaceId: string;
  /** Only ever grows, and only where the namespace is `Premium`. */
  readonly partitionCount: number;
  /** Default: records are deleted after 168 hours, a week. */
  readonly retentionDescription?: RetentionDescription;
  /** Default: nothing is captured. */
  readonly captureDescription?: CaptureDescription;
  /** Refuses any plan that replaces the hub; it protects no longer once the block itself is gone. Default: true. */
  readonly preventDestroy?: boolean;
}

/** An event hub, which is a topic to Kafka's clients. */
export class EventHub extends Construct {
  /** The scope of a role assignment. */
  readonly hubId: string;
  /** For what names the hub it is part of. */
  readonly hubName: string;

  constructor(scope: Construct, id: string, props: EventHubProps) {
    super(scope, `event-hub.${id}`);
    const { name, namespaceId, partitionCount, captureDescription: capture, preventDestroy = true } = props;
    this.node.addValidation({
      validate: () => [
        ...(Token.isUnresolved(name) || isHubName(name) ? [] : [`the name '${name}': ${hubNames}`]),
        ...(capture ? captureProblems(capture) : []),
      ],
    });
    const hub = new Eventhub(this, 'hub', {
      name,
      namespaceId,
      partitionCount,
      retentionDescription: props.retentionDescription ?? { cleanupPolicy: 'Delete', retentionTimeInHours: 168 },
      captureDescription: capture && captureBlock(capture),
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    // The bindings know no other way than the account's keys.
    if (capture?.userAssignedIdentityId !== undefined)
      hub.addOverride('capture_description.destination', {
        storage_authentication_type: 'UserAssigned',
        storage_authentication_id: capture.userAssignedIdentityId,
      });
    this.hubId = addressed(hub, id).id;
    this.hubName = hub.name;
  }
}

const { seconds, bytes } = captureWindow;

const captureBlock = ({
  intervalInSeconds = seconds.usual,
  sizeLimitInBytes = bytes.usual,
  skipEmptyArchives = true,
  ...to
}: CaptureDescription): EventhubCaptureDescription => ({
  enabled: true,
  encoding: 'Avro',
  intervalInSeconds,
  sizeLimitInBytes,
  skipEmptyArchives,
  destination: {
    name: 'EventHubArchive.AzureBlockBlob',
    archiveNameFormat: to.archiveNameFormat ?? archiveNameFormat,
    blobContainerName: to.blobContainerName,
    storageAccountId: to.storageAccountId,
  },
});

function captureProblems({
  intervalInSeconds,
  sizeLimitInBytes,
  archiveNameFormat: format,
}: CaptureDescription): string[] {
  const isWrong = (window: { readonly min: number; readonly max: number }, value: number | undefined): boolean =>
    value !== undefined && !Token.isUnresolved(value) && !isWithin(window, value);
  const missing = format === undefined || Token.isUnresolved(format) ? [] : missingArchiveParts(format);
  return [
    ...(isWrong(seconds, intervalInSeconds)
      ? [`a file of ${intervalInSeconds} seconds: ${seconds.min} to ${seconds.max} are taken`]
      : []),
    ...(isWrong(bytes, sizeLimitInBytes)
      ? [`a file of ${sizeLimitInBytes} bytes: ${bytes.min} to ${bytes.max} are taken`]
      : []),
    ...(missing.length === 0 ? [] : [`the name '${format}' lacks ${missing.join(', ')}`]),
  ];
}
