/** The least that a premium namespace needs. */
export const namespace = {
  backend: 'event-hubs',
  namespace: 'kit-orders',
  location: 'westeurope',
  resourceGroup: 'kafka',
  subnet: '/subscriptions/s/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/v/subnets/kafka',
} as const;
