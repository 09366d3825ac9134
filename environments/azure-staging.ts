import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';

const subscriptionId = '00000000-0000-0000-0000-000000000000';
const subscription = `/subscriptions/${subscriptionId}`;
const network = `${subscription}/resourceGroups/network-staging/providers/Microsoft.Network`;

/** The platform on Azure Event Hubs, small: where releases are tried before azure-prod. */
export const azureStaging = defineEnvironment({
  name: 'azure-staging',
  platform,
  clusters: {
    main: {
      backend: 'event-hubs',
      subscription: subscriptionId,
      namespace: 'kit-orders-staging',
      location: 'westeurope',
      resourceGroup: 'kafka-staging',
      tier: 'premium',
      units: 1,
      subnet: `${network}/virtualNetworks/platform/subnets/kafka`,
      privateDnsZone: `${network}/privateDnsZones/privatelink.servicebus.windows.net`,
      identities: {
        issuer:
          'https://westeurope.oic.prod-aks.azure.com/00000000-0000-0000-0000-000000000001/00000000-0000-0000-0000-000000000009/',
        namespace: 'orders',
      },
    },
  },
  secrets: { store: 'key-vault', vault: 'kit-orders-staging' },
  state: { backend: 'azurerm', resourceGroup: 'terraform', storageAccount: 'kitterraformstaging', container: 'state' },
  accepts: {
    transactions: {
      reason: 'payments must charge once; the duplicate check of the payment provider stays until this is released',
      owner: 'payments',
      until: '2027-05-31',
    },
    streams: {
      reason: 'the revenue stream is the only program that owns the namespace, and its totals can be added up again',
      owner: 'analytics',
      until: '2027-05-31',
    },
  },
  overrides: {
    // Event Hubs has no segments to close.
    topics: { 'notifications.sent': { config: {} } },
  },
});
