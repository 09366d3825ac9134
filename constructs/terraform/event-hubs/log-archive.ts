import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  areImmutableDays,
  immutableDays,
  isStorageAccountName,
  storageAccountNames,
} from '../../../render/event-hubs/allowed';
import { addressed } from '../addressed';

export interface EventHubsLogArchiveProps {
  /** The account's name, unique in all of Azure: 3 to 24 lower-case letters and digits. */
  readonly name: string;
  /** The namespace's: diagnostic settings write to an account of the same region only. */
  readonly location: string;
  readonly resourceGroupName: string;
  /** How many days each blob stays as it is, 1 to 146000; a locked policy only ever grows. Default: 365. */
  readonly periodSinceCreationInDays?: number;
  /** `Unlocked` may still be shortened; `Locked` never, and an account begins `Unlocked`. Default: `Unlocked`. */
  readonly state?: 'Unlocked' | 'Locked';
  /** How often it is stored, and where. Default: `GRS`, in the paired region too. */
  readonly accountReplicationType?: 'LRS' | 'ZRS' | 'GRS' | 'GZRS';
  /** Refuses any plan that deletes or replaces the account. Default: true. */
  readonly preventDestroy?: boolean;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A storage account of its own in which logs can be neither changed nor deleted before their time, by anybody. Azure
 * Monitor reaches it as a trusted service and appends to blobs; nobody reaches it from the internet or by a key.
 * https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings#destination-limitations
 */
export class EventHubsLogArchive extends Construct {
  readonly storageAccountId: string;

  constructor(scope: Construct, id: string, props: EventHubsLogArchiveProps) {
    super(scope, `event-hubs-log-archive.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const { name, location, resourceGroupName, preventDestroy = true, tags } = props;
    const account = new StorageAccount(this, 'account', {
      ...closed,
      name,
      location,
      resourceGroupName,
      accountTier: 'Standard',
      accountReplicationType: props.accountReplicationType ?? 'GRS',
      // A policy of the whole account needs versions of blobs.
      blobProperties: {
        versioningEnabled: true,
        deleteRetentionPolicy: { days: 7 },
        containerDeleteRetentionPolicy: { days: 7 },
      },
      immutabilityPolicy: {
        // Diagnostic settings append to a blob for an hour: without it they could not.
        allowProtectedAppendWrites: true,
        periodSinceCreationInDays: props.periodSinceCreationInDays ?? 365,
        state: props.state ?? 'Unlocked',
      },
      tags,
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    this.storageAccountId = addressed(account, `${id}_logs`).id;
  }
}

/** Only Azure's trusted services reach it, over TLS 1.2, by their identities. */
const closed = {
  minTlsVersion: 'TLS1_2',
  httpsTrafficOnlyEnabled: true,
  sharedAccessKeyEnabled: false,
  defaultToOauthAuthentication: true,
  localUserEnabled: false,
  publicNetworkAccessEnabled: false,
  allowNestedItemsToBePublic: false,
  crossTenantReplicationEnabled: false,
  infrastructureEncryptionEnabled: true,
  networkRules: { defaultAction: 'Deny', bypass: ['AzureServices'] },
};

const problemsOf = ({ name, periodSinceCreationInDays: days = 365 }: EventHubsLogArchiveProps): string[] => [
  ...(Token.isUnresolved(name) || isStorageAccountName(name) ? [] : [`the name '${name}': ${storageAccountNames}`]),
  ...(Token.isUnresolved(days) || areImmutableDays(days) ? [] : [`${days} days: ${immutableDays}`]),
];
