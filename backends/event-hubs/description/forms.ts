import type { EventHubsClusterInput } from './cluster';

/** How a value must look, and how to mend one that does not. */
export interface Form {
  readonly allowed: RegExp;
  readonly fix: string;
}

/** A field of a cluster that names something of Azure. */
interface Named extends Form {
  readonly field: readonly string[];
  readonly value: (said: EventHubsClusterInput) => string | undefined;
}

const id = (type: string) => new RegExp(`^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${type}$`);
const idFix = (what: string, type: string) =>
  `give ${what}: /subscriptions/ID/resourceGroups/GROUP/providers/${type}, letters as they are here`;

const resourceGroup: Form = {
  allowed: /^[\w().-]{0,89}[\w()-]$/,
  fix: 'use 1 to 90 letters, digits, underscores, parentheses, dashes and periods, no period last',
};

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export const namedForms: readonly Named[] = [
  {
    field: ['location'],
    value: ({ location }) => location,
    allowed: /^[a-z][a-z0-9]*$/,
    fix: "write a region's name as `az account list-locations` has it, such as 'westeurope'",
  },
  { field: ['resourceGroup'], value: (said) => said.resourceGroup, ...resourceGroup },
  { field: ['vaultResourceGroup'], value: ({ vaultResourceGroup }) => vaultResourceGroup, ...resourceGroup },
  {
    field: ['subnet'],
    value: ({ subnet }) => subnet,
    allowed: id('Microsoft\\.Network/virtualNetworks/[^/]+/subnets/[^/]+'),
    fix: idFix("the subnet's id", 'Microsoft.Network/virtualNetworks/NETWORK/subnets/SUBNET'),
  },
  {
    field: ['privateDnsZone'],
    value: ({ privateDnsZone }) => (typeof privateDnsZone === 'string' ? privateDnsZone : undefined),
    allowed: id('Microsoft\\.Network/privateDnsZones/privatelink\\.servicebus\\.windows\\.net'),
    fix: idFix("the zone's id", 'Microsoft.Network/privateDnsZones/privatelink.servicebus.windows.net'),
  },
  {
    field: ['logs'],
    value: ({ logs }) => logs,
    allowed: id('Microsoft\\.OperationalInsights/workspaces/[^/]+'),
    fix: idFix("the workspace's id", 'Microsoft.OperationalInsights/workspaces/WORKSPACE'),
  },
  {
    field: ['encryption', 'key'],
    value: ({ encryption }) => encryption?.key,
    allowed: /^https:\/\/[A-Za-z0-9-]+\.(vault|managedhsm)\.azure\.net\/keys\/[A-Za-z0-9-]+(\/[0-9a-f]{32})?$/,
    fix: 'give its address: https://VAULT.vault.azure.net/keys/KEY',
  },
  {
    field: ['encryption', 'identity'],
    value: ({ encryption }) => encryption?.identity,
    allowed: id('Microsoft\\.ManagedIdentity/userAssignedIdentities/[^/]+'),
    fix: idFix("the identity's id", 'Microsoft.ManagedIdentity/userAssignedIdentities/IDENTITY'),
  },
];

/** Of the environment, whose `secrets.vault` is a Key Vault. */
export const vaultForm: Form = {
  allowed: /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
  fix: "use a Key Vault's name: 3 to 24 letters, digits and single dashes, a letter first, no dash last",
};
