const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000';

/** An id as Azure Resource Manager writes it: `idOf('network', 'Microsoft.Network/virtualNetworks/platform')`. */
export const idOf = (resourceGroup: string, rest: string): string =>
  `${subscription}/resourceGroups/${resourceGroup}/providers/${rest}`;

const network = idOf('network', 'Microsoft.Network/virtualNetworks/platform');

export const ids = {
  network,
  otherNetwork: idOf('network', 'Microsoft.Network/virtualNetworks/office'),
  subnet: `${network}/subnets/kafka`,
  otherSubnet: `${network}/subnets/applications`,
  northernSubnet: idOf('network', 'Microsoft.Network/virtualNetworks/platform-north/subnets/kafka'),
  zone: idOf('network', 'Microsoft.Network/privateDnsZones/privatelink.servicebus.windows.net'),
  workspace: idOf('observability', 'Microsoft.OperationalInsights/workspaces/platform'),
  actionGroup: idOf('security', 'Microsoft.Insights/actionGroups/security'),
  dedicatedCluster: idOf('kafka', 'Microsoft.EventHub/clusters/platform'),
  otherDedicatedCluster: idOf('kafka-north', 'Microsoft.EventHub/clusters/platform'),
  otherNamespace: idOf('kafka-north', 'Microsoft.EventHub/namespaces/matrix-orders-north'),
  encryptionIdentity: idOf('security', 'Microsoft.ManagedIdentity/userAssignedIdentities/event-hubs-encryption'),
  captureIdentity: idOf('lake', 'Microsoft.ManagedIdentity/userAssignedIdentities/capture'),
  storageAccount: idOf('lake', 'Microsoft.Storage/storageAccounts/matrixlake'),
} as const;
