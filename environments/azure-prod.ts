import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';

const subscriptionId = '11111111-1111-1111-1111-111111111111';
const subscription = `/subscriptions/${subscriptionId}`;
const network = `${subscription}/resourceGroups/network-prod/providers/Microsoft.Network`;

/** The platform on Azure Event Hubs, under a key of its own and with its logs kept. */
export const azureProd = defineEnvironment({
  name: 'azure-prod',
  platform,
  profile: 'production',
  promotesFrom: 'azure-staging',
  clusters: {
    main: {
      backend: 'event-hubs',
      subscription: subscriptionId,
      namespace: 'kit-orders-prod',
      location: 'westeurope',
      resourceGroup: 'kafka-prod',
      tier: 'premium',
      units: 4,
      subnet: `${network}/virtualNetworks/platform/subnets/kafka`,
      privateDnsZone: `${network}/privateDnsZones/privatelink.servicebus.windows.net`,
      identities: {
        issuer:
          'https://westeurope.oic.prod-aks.azure.com/11111111-1111-1111-1111-111111111112/11111111-1111-1111-1111-111111111119/',
        namespace: 'orders',
      },
      encryption: {
        key: 'https://kit-orders-prod.vault.azure.net/keys/event-hubs',
        identity: `${subscription}/resourceGroups/security-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/event-hubs-encryption`,
      },
      logs: `${subscription}/resourceGroups/observability-prod/providers/Microsoft.OperationalInsights/workspaces/platform`,
      archive: { storageAccount: 'kitordersprodlogs' },
      audit: {
        alarms: {
          notify: `${subscription}/resourceGroups/security-prod/providers/Microsoft.Insights/actionGroups/kafka-security`,
        },
      },
      vaultResourceGroup: 'security-prod',
    },
  },
  secrets: { store: 'key-vault', vault: 'kit-orders-prod' },
  state: { backend: 'azurerm', resourceGroup: 'terraform', storageAccount: 'kitterraformprod', container: 'state' },
  tags: { 'cost-center': '4711' },
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
    topics: {
      'notifications.sent': { config: {} },
      'orders.created': { partitions: 24 },
      'orders.paid': { partitions: 24 },
    },
  },
});
