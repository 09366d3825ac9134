import { azureForms, azureIdForm } from '../../../model/azure-forms';
import type { Form } from '../../../model/form';
import type { Key } from '../../../model/place';
import { publicRegions } from '../../../render/event-hubs/regions';
import type { EventHubsClusterInput } from './cluster';

/** What a description calls something of Azure, and where. */
export interface Written extends Form {
  readonly field: readonly Key[];
  readonly given: string;
}

const { region, resourceGroup, uuid: subscription } = azureForms;

const network = 'Microsoft\\.Network/virtualNetworks/[^/]+';
const subnet = azureIdForm(
  "the subnet's id",
  `${network}/subnets/[^/]+`,
  'Microsoft.Network/virtualNetworks/NETWORK/subnets/SUBNET',
);
const virtualNetwork = azureIdForm("the network's id", network, 'Microsoft.Network/virtualNetworks/NETWORK');
const zone = azureIdForm(
  "the zone's id",
  'Microsoft\\.Network/privateDnsZones/privatelink\\.servicebus\\.windows\\.net',
  'Microsoft.Network/privateDnsZones/privatelink.servicebus.windows.net',
);
const workspace = azureIdForm(
  "the workspace's id",
  'Microsoft\\.OperationalInsights/workspaces/[^/]+',
  'Microsoft.OperationalInsights/workspaces/WORKSPACE',
);
const identity = azureIdForm(
  "the identity's id",
  'Microsoft\\.ManagedIdentity/userAssignedIdentities/[^/]+',
  'Microsoft.ManagedIdentity/userAssignedIdentities/IDENTITY',
);
const storageAccount = azureIdForm(
  "the storage account's id",
  'Microsoft\\.Storage/storageAccounts/[a-z0-9]{3,24}',
  'Microsoft.Storage/storageAccounts/ACCOUNT',
);
const cluster = azureIdForm(
  "the cluster's id",
  'Microsoft\\.EventHub/clusters/[^/]+',
  'Microsoft.EventHub/clusters/CLUSTER',
);
const otherNamespace = azureIdForm(
  "the namespace's id",
  'Microsoft\\.EventHub/namespaces/[^/]+',
  'Microsoft.EventHub/namespaces/NAMESPACE',
);
const actionGroup = azureIdForm(
  "the action group's id",
  'Microsoft\\.Insights/actionGroups/[^/]+',
  'Microsoft.Insights/actionGroups/GROUP',
);
const key: Form = {
  form: /^https:\/\/[A-Za-z0-9-]+\.(vault|managedhsm)\.azure\.net\/keys\/[A-Za-z0-9-]+(\/[0-9a-f]{32})?$/,
  fix: 'give its address: https://VAULT.vault.azure.net/keys/KEY',
};

/** What a namespace names of Azure. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export function writtenForms(said: EventHubsClusterInput): Written[] {
  const { privateDnsZone, dedicatedCluster, encryption, geoReplication, disasterRecovery, hubs = {} } = said;
  return [
    ...one(subscription, said.subscription, 'subscription'),
    ...one(regionLike(said.location), said.location, 'location'),
    ...one(resourceGroup, said.resourceGroup, 'resourceGroup'),
    ...one(resourceGroup, said.vaultResourceGroup, 'vaultResourceGroup'),
    ...one(subnet, said.subnet, 'subnet'),
    ...(typeof privateDnsZone === 'object'
      ? each(virtualNetwork, privateDnsZone.networks, 'privateDnsZone', 'networks')
      : one(zone, privateDnsZone, 'privateDnsZone')),
    ...each(subnet, said.network?.subnets, 'network', 'subnets'),
    ...(typeof dedicatedCluster === 'object' ? [] : one(cluster, dedicatedCluster, 'dedicatedCluster')),
    ...one(workspace, said.logs, 'logs'),
    ...one(actionGroup, said.audit?.alarms.notify, 'audit', 'alarms', 'notify'),
    ...one(key, encryption?.key, 'encryption', 'key'),
    ...one(identity, encryption?.identity, 'encryption', 'identity'),
    ...one(resourceGroup, encryption?.resourceGroup, 'encryption', 'resourceGroup'),
    ...one(regionLike(geoReplication?.location), geoReplication?.location, 'geoReplication', 'location'),
    ...one(cluster, geoReplication?.cluster, 'geoReplication', 'cluster'),
    ...one(subnet, geoReplication?.subnet, 'geoReplication', 'subnet'),
    ...one(otherNamespace, disasterRecovery?.partner, 'disasterRecovery', 'partner'),
    ...Object.entries(hubs).flatMap(([hub, { capture }]) => [
      ...one(storageAccount, capture?.storageAccount, 'hubs', hub, 'capture', 'storageAccount'),
      ...one(identity, capture?.identity, 'hubs', hub, 'capture', 'identity'),
    ]),
  ];
}

/** Azure's portal shows a region in words: `West Europe`. */
function regionLike(given = ''): Form {
  const near = given.toLowerCase().replace(/[\s_-]/g, '');
  return publicRegions.has(near) ? { ...region, fix: `write '${near}'` } : region;
}

const one = (form: Form, given: string | undefined, ...field: Key[]): Written[] =>
  given === undefined ? [] : [{ ...form, field, given }];

const each = (form: Form, given: readonly string[] = [], ...field: Key[]): Written[] =>
  given.map((value, index) => ({ ...form, field: [...field, index], given: value }));
