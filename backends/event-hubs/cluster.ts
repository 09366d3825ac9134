import type { Construct } from 'constructs';
import { AzapiProvider } from '../../constructs/terraform/event-hubs/azapi';
import type { CustomerManagedKey } from '../../constructs/terraform/event-hubs/customer-managed-key';
import { EventHubsDedicatedCluster } from '../../constructs/terraform/event-hubs/dedicated-cluster';
import type { DiagnosticsTarget } from '../../constructs/terraform/event-hubs/diagnostics';
import { EventHubsEncryptionIdentity } from '../../constructs/terraform/event-hubs/encryption-identity';
import { EventHubsLogArchive } from '../../constructs/terraform/event-hubs/log-archive';
import { EventHubsNamespace } from '../../constructs/terraform/event-hubs/namespace';
import { EventHubsPrivateDnsZone } from '../../constructs/terraform/event-hubs/private-dns-zone';
import {
  EventHubsPrivateEndpoint,
  type PrivateEndpointTarget,
} from '../../constructs/terraform/event-hubs/private-endpoint';
import { EventHubsProvider } from '../../constructs/terraform/event-hubs/provider';
import { EventHubsResourceGroup } from '../../constructs/terraform/event-hubs/resource-group';
import { EventHubsSubscription } from '../../constructs/terraform/event-hubs/subscription';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { tagsOf } from '../../model/tags';
import { keyVaultKey, networkLinkName, secondEndpointName } from '../../render/event-hubs/allowed';
import type { TerraformClusterBackend } from '../contract';
import { placeAlarms } from './alarms';
import { archiveDays } from './description/archive';
import { type EventHubsSettings, eventHubsSettings } from './description/cluster';
import { soldUnits } from './description/dedicated';
import { encryptionIdentityName } from './description/encryption';
import type { PrivateZoneInput } from './description/private-zone';
import { lagSeconds } from './description/recovery';
import { placeSchemaGroups } from './schema-groups';

/** A namespace, its way in, its key, its logs and its second region. */
export const eventHubsCluster: TerraformClusterBackend = {
  dataBearing: new Set([
    'azurerm_eventhub_namespace',
    'azurerm_resource_group',
    'azurerm_eventhub_cluster',
    'azurerm_storage_account',
    'azurerm_eventhub_namespace_schema_group',
    // Azure gives no key up, and azurerm forgets it: it could never be set again.
    'azurerm_eventhub_namespace_customer_managed_key',
    // With a pairing goes the alias that clients use.
    'azurerm_eventhub_namespace_disaster_recovery_config',
    // Without the identity that its key is unwrapped by, nobody reads a namespace.
    'azurerm_user_assigned_identity',
  ]),

  place(scope, cluster, environment) {
    const settings = eventHubsSettings(cluster);
    const { namespace: name, location, tier, geoReplication: geo, subscription: subscriptionId } = settings;
    const placed = placing(scope, cluster, environment);
    new EventHubsProvider(scope, 'azurerm', { subscriptionId });
    if (geo) new AzapiProvider(scope, 'azapi', { subscriptionId });
    const { namespaceId, settled } = new EventHubsNamespace(scope, cluster.name, {
      ...placed.common,
      name,
      location,
      ...unitsOf(settings),
      dedicatedClusterId: placed.dedicatedClusterId(),
      localAuthenticationEnabled: cluster.authentication.includes('sas'),
      privateEndpoint: placed.privateEndpoint(),
      ...networkOf(settings),
      customerManagedKey: placed.key(),
      userAssignedIdentityIds: captureIdentities(settings),
      diagnostics: placed.diagnostics(),
      ...elsewhere(settings),
      deleteLock: settings.deleteLock,
      sku: tier === 'premium' ? 'Premium' : 'Standard',
    });
    placeSchemaGroups(scope, cluster, { namespaceId, settled });
    placeAlarms(scope, cluster, { ...placed.common, namespaceId });
    if (geo?.subnet)
      new EventHubsPrivateEndpoint(scope, `${cluster.name}_secondary`, {
        ...placed.common,
        namespaceId,
        namespaceName: secondEndpointName(name, geo.location),
        dependsOn: [...settled],
        location: geo.location,
        subnetId: geo.subnet,
      });
  },
};

/** What is placed before the namespace; each is made where the description asks for it. */
function placing(scope: Construct, cluster: Cluster, environment: Environment) {
  const settings = eventHubsSettings(cluster);
  const { location, dedicatedCluster, encryption } = settings;
  const id = cluster.name;
  const tags = tagsOf(environment, { cluster: cluster.name });
  const resourceGroupName = settings.resourceGroupExists
    ? settings.resourceGroup
    : new EventHubsResourceGroup(scope, id, { name: settings.resourceGroup, location, tags }).resourceGroupName;
  const common = { resourceGroupName, tags };

  return {
    common,
    dedicatedClusterId(): string | undefined {
      if (typeof dedicatedCluster !== 'object') return dedicatedCluster;
      const { name } = dedicatedCluster;
      const capacity = soldUnits(settings);
      return new EventHubsDedicatedCluster(scope, id, { ...common, name, location, capacity }).clusterId;
    },
    privateEndpoint(): PrivateEndpointTarget | undefined {
      const { subnet: subnetId, privateDnsZone: zone } = settings;
      if (!subnetId) return undefined;
      if (typeof zone !== 'object') return { subnetId, privateDnsZoneId: zone };
      const { zoneId } = new EventHubsPrivateDnsZone(scope, id, { ...common, virtualNetworkIds: linksOf(zone) });
      return { subnetId, privateDnsZoneId: zoneId };
    },
    key(): CustomerManagedKey | undefined {
      if (!encryption) return undefined;
      const { key: keyVaultKeyId, identity, twice: infrastructureEncryptionEnabled } = encryption;
      const key = { keyVaultKeyId, infrastructureEncryptionEnabled };
      if (identity) return { ...key, userAssignedIdentityId: identity };
      const made = new EventHubsEncryptionIdentity(scope, id, {
        ...common,
        name: encryptionIdentityName(environment.name, cluster.name),
        location,
        keyId: keyIdOf(new EventHubsSubscription(scope, id), settings),
      });
      return { ...key, userAssignedIdentityId: made.identityId, dependsOn: [made.role] };
    },
    diagnostics(): DiagnosticsTarget | undefined {
      const { logs, archive } = settings;
      if (!logs && !archive) return undefined;
      return { logAnalyticsWorkspaceId: logs, storageAccountId: archive && archiveOf(archive) };
    },
  };

  function archiveOf(archive: NonNullable<EventHubsSettings['archive']>) {
    const { storageAccount: name, locked, replication } = archive;
    return new EventHubsLogArchive(scope, id, {
      ...common,
      name,
      location,
      periodSinceCreationInDays: archiveDays(archive, environment.audit),
      state: locked ? 'Locked' : 'Unlocked',
      accountReplicationType: replication,
    }).storageAccountId;
  }
}

const linksOf = ({ networks }: PrivateZoneInput) =>
  Object.fromEntries(networks.map((network) => [networkLinkName(network), network]));

const unitsOf = ({ tier, units, autoInflate }: EventHubsSettings) => ({
  // A dedicated cluster's are its own; of a namespace in it Azure counts one.
  capacity: tier === 'dedicated' ? 1 : units,
  maximumThroughputUnits: autoInflate?.maximum,
});

/** Who writes what hubs capture, as the namespace. */
const captureIdentities = ({ hubs = {} }: EventHubsSettings): string[] =>
  Object.values(hubs).flatMap(({ capture }) => (capture?.identity === undefined ? [] : [capture.identity]));

const networkOf = ({ publicAccess, network }: EventHubsSettings) => ({
  publicNetworkAccessEnabled: publicAccess,
  networkRulesets: network && {
    ipMasks: network.addresses,
    subnetIds: network.subnets,
    trustedServiceAccessEnabled: network.trustedServices,
  },
});

const elsewhere = ({ geoReplication: geo, disasterRecovery: pair }: EventHubsSettings) => ({
  geoDataReplication: geo && {
    locationName: geo.location,
    maxReplicationLagDurationInSeconds: lagSeconds(geo),
    clusterArmId: geo.cluster,
  },
  disasterRecovery: pair && { alias: pair.alias, partnerNamespaceId: pair.partner },
});

/** Rules see to it that the key is a Key Vault's. */
function keyIdOf(subscription: EventHubsSubscription, settings: EventHubsSettings): string {
  const { encryption, resourceGroup, vaultResourceGroup = resourceGroup } = settings;
  const { vault = '', key = '' } = keyVaultKey(encryption?.key ?? '') ?? {};
  const place = { resourceGroupName: encryption?.resourceGroup ?? vaultResourceGroup, name: vault };
  return `${subscription.keyVaultId(place)}/keys/${key}`;
}
