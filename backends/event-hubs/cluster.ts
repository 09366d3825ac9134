import { EventHubsNamespace } from '../../constructs/terraform/event-hubs/namespace';
import { EventHubsProvider } from '../../constructs/terraform/event-hubs/provider';
import type { TerraformClusterBackend } from '../contract';
import { eventHubsSettings } from './description/cluster';

/** A namespace, its way in, its key and its logs. */
export const eventHubsCluster: TerraformClusterBackend = {
  dataBearing: new Set(['azurerm_eventhub_namespace', 'azurerm_resource_group']),

  place(scope, cluster, environment) {
    const settings = eventHubsSettings(cluster);
    const { subnet, privateDnsZone, encryption, logs } = settings;
    new EventHubsProvider(scope, 'azurerm');
    new EventHubsNamespace(scope, cluster.name, {
      name: settings.namespace,
      location: settings.location,
      resourceGroupName: settings.resourceGroup,
      createResourceGroup: !settings.resourceGroupExists,
      sku: settings.tier === 'standard' ? 'Standard' : 'Premium',
      capacity: settings.units,
      privateEndpoint: subnet
        ? { subnetId: subnet, privateDnsZoneId: typeof privateDnsZone === 'string' ? privateDnsZone : undefined }
        : undefined,
      publicNetworkAccessEnabled: settings.publicAccess,
      customerManagedKey: encryption && {
        keyVaultKeyId: encryption.key,
        userAssignedIdentityId: encryption.identity ?? '',
      },
      diagnostics: logs ? { logAnalyticsWorkspaceId: logs } : undefined,
      deleteLock: settings.deleteLock,
      tags: { environment: environment.name, cluster: cluster.name },
    });
  },
};
