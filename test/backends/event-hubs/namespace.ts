/** The least that a premium namespace needs. */
export const namespace = {
  backend: 'event-hubs',
  namespace: 'kit-orders',
  location: 'westeurope',
  resourceGroup: 'kafka',
  subnet: '/subscriptions/s/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/v/subnets/kafka',
} as const;

const providers = '/subscriptions/s/resourceGroups/other/providers';
export const privateDnsZone = `${providers}/Microsoft.Network/privateDnsZones/privatelink.servicebus.windows.net`;
export const logs = `${providers}/Microsoft.OperationalInsights/workspaces/w`;
export const ownKey = {
  key: 'https://kit.vault.azure.net/keys/event-hubs',
  identity: `${providers}/Microsoft.ManagedIdentity/userAssignedIdentities/event-hubs`,
} as const;
export const virtualNetwork = '/subscriptions/s/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/v';
export const dedicatedClusterId = `${providers}/Microsoft.EventHub/clusters/other-cluster`;
export const otherNamespaceId = `${providers}/Microsoft.EventHub/namespaces/kit-orders-2`;
