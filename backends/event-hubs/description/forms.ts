import type { Key } from '../../../model/place';
import type { EventHubsClusterInput } from './cluster';

/** How a value must look, and how to mend one that does not. */
export interface Form {
  readonly allowed: RegExp;
  readonly fix: string;
}

/** What a description calls something of Azure, and where. */
export interface Written extends Form {
  readonly field: readonly Key[];
  readonly given: string;
}

const idForm = (what: string, type: string, written: string): Form => ({
  allowed: new RegExp(`^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${type}$`),
  fix: `give ${what}: /subscriptions/ID/resourceGroups/GROUP/providers/${written}, letters as they are here`,
});

const resourceGroup: Form = {
  allowed: /^[\w().-]{0,89}[\w()-]$/,
  fix: 'use 1 to 90 letters, digits, underscores, parentheses, dashes and periods, no period last',
};

const region: Form = {
  allowed: /^[a-z][a-z0-9]*$/,
  fix: "write a region's name as `az account list-locations` has it, such as 'westeurope'",
};

const network = 'Microsoft\\.Network/virtualNetworks/[^/]+';
const subnet = idForm(
  "the subnet's id",
  `${network}/subnets/[^/]+`,
  'Microsoft.Network/virtualNetworks/NETWORK/subnets/SUBNET',
);
const virtualNetwork = idForm("the network's id", network, 'Microsoft.Network/virtualNetworks/NETWORK');
const zone = idForm(
  "the zone's id",
  'Microsoft\\.Network/privateDnsZones/privatelink\\.servicebus\\.windows\\.net',
  'Microsoft.Network/privateDnsZones/privatelink.servicebus.windows.net',
);
const workspace = idForm(
  "the workspace's id",
  'Microsoft\\.OperationalInsights/workspaces/[^/]+',
  'Microsoft.OperationalInsights/workspaces/WORKSPACE',
);
const identity = idForm(
  "the identity's id",
  'Microsoft\\.ManagedIdentity/userAssignedIdentities/[^/]+',
  'Microsoft.ManagedIdentity/userAssignedIdentities/IDENTITY',
);
const cluster = idForm(
  "the cluster's id",
  'Microsoft\\.EventHub/clusters/[^/]+',
  'Microsoft.EventHub/clusters/CLUSTER',
);
const otherNamespace = idForm(
  "the namespace's id",
  'Microsoft\\.EventHub/namespaces/[^/]+',
  'Microsoft.EventHub/namespaces/NAMESPACE',
);
const key: Form = {
  allowed: /^https:\/\/[A-Za-z0-9-]+\.(vault|managedhsm)\.azure\.net\/keys\/[A-Za-z0-9-]+(\/[0-9a-f]{32})?$/,
  fix: 'give its address: https://VAULT.vault.azure.net/keys/KEY',
};

/** What a namespace names of Azure. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export function writtenForms(said: EventHubsClusterInput): Written[] {
  const { privateDnsZone, dedicatedCluster, encryption, geoReplication, disasterRecovery } = said;
  return [
    ...one(region, said.location, 'location'),
    ...one(resourceGroup, said.resourceGroup, 'resourceGroup'),
    ...one(resourceGroup, said.vaultResourceGroup, 'vaultResourceGroup'),
    ...one(subnet, said.subnet, 'subnet'),
    ...(typeof privateDnsZone === 'object'
      ? each(virtualNetwork, privateDnsZone.networks, 'privateDnsZone', 'networks')
      : one(zone, privateDnsZone, 'privateDnsZone')),
    ...each(subnet, said.network?.subnets, 'network', 'subnets'),
    ...(typeof dedicatedCluster === 'object' ? [] : one(cluster, dedicatedCluster, 'dedicatedCluster')),
    ...one(workspace, said.logs, 'logs'),
    ...one(key, encryption?.key, 'encryption', 'key'),
    ...one(identity, encryption?.identity, 'encryption', 'identity'),
    ...one(resourceGroup, encryption?.resourceGroup, 'encryption', 'resourceGroup'),
    ...one(region, geoReplication?.location, 'geoReplication', 'location'),
    ...one(cluster, geoReplication?.cluster, 'geoReplication', 'cluster'),
    ...one(subnet, geoReplication?.subnet, 'geoReplication', 'subnet'),
    ...one(otherNamespace, disasterRecovery?.partner, 'disasterRecovery', 'partner'),
  ];
}

const one = (form: Form, given: string | undefined, ...field: Key[]): Written[] =>
  given === undefined ? [] : [{ ...form, field, given }];

const each = (form: Form, given: readonly string[] = [], ...field: Key[]): Written[] =>
  given.map((value, index) => ({ ...form, field: [...field, index], given: value }));

/** Of the environment, whose `secrets.vault` is a Key Vault. */
export const vaultForm: Form = {
  allowed: /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
  fix: "use a Key Vault's name: 3 to 24 letters, digits and single dashes, a letter first, no dash last",
};
