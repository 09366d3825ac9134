import { createHash } from 'node:crypto';
import { azureForms } from '../../model/azure-forms';

/** What Azure allows of namespaces and hubs: for the rules of descriptions, and for constructs that are used alone. */

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub */
export const namespaceNames = 'use 6 to 50 letters, digits and dashes, a letter first, no dash, -sb or -mgmt last';
export const isNamespaceName = (name: string): boolean => isDedicatedClusterName(name) && !/-(sb|mgmt)$/.test(name);

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub */
export const dedicatedClusterNames = 'use 6 to 50 letters, digits and dashes, a letter first, no dash last';
export const isDedicatedClusterName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9]$/.test(name);

export const hubNames = 'begin and end it with a letter or a digit';
export const isHubName = (name: string): boolean => /^[A-Za-z0-9](.*[A-Za-z0-9])?$/.test(name);

/** What a standard namespace can have. */
export const mostThroughputUnits = 40;

const anyTo = (max: number) => Array.from({ length: max }, (_, index) => index + 1);

/** Units that are sold: throughput units, processing units, capacity units. https://learn.microsoft.com/azure/event-hubs/event-hubs-scalability */
export const unitsSold = {
  standard: { units: anyTo(mostThroughputUnits), inWords: `use 1 to ${mostThroughputUnits}` },
  premium: { units: [1, 2, 4, 6, 8, 10, 12, 16], inWords: 'use one of 1, 2, 4, 6, 8, 10, 12, 16' },
  dedicated: { units: anyTo(20), inWords: 'use 1 to 20' },
} as const;
export const areSold = (tier: keyof typeof unitsSold, units: number): boolean =>
  (unitsSold[tier].units as readonly number[]).includes(units);

/** What not every tier has, and where that is written; read 2026-11-21. */
export const tiersWith = {
  autoInflate: { tiers: ['standard'], source: 'https://learn.microsoft.com/azure/event-hubs/event-hubs-auto-inflate' },
  customerManagedKey: {
    tiers: ['premium', 'dedicated'],
    source: 'https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key',
  },
  geoReplication: {
    tiers: ['premium', 'dedicated'],
    source: 'https://learn.microsoft.com/azure/event-hubs/geo-replication',
  },
} as const;
export const hasTier = (feature: keyof typeof tiersWith, tier: string): boolean =>
  (tiersWith[feature].tiers as readonly string[]).includes(tier);

/** Azure would take as many as there are, too, and nothing would ever grow. */
export const inflatesTo = (units: number): string => `use ${units + 1} to ${mostThroughputUnits}`;
export const mayInflateTo = (maximum: number, units: number): boolean =>
  Number.isInteger(maximum) && maximum > units && maximum <= mostThroughputUnits;

/** «The allowed values are 0 and 5 minutes to 1 day»: Azure Resource Manager, Microsoft.EventHub 2026-01-01; read 2026-11-21. */
export const replicationLags = 'use 0 seconds, or 5 minutes to 1 day';
export const isReplicationLag = (seconds: number): boolean => seconds === 0 || (seconds >= 300 && seconds <= 86_400);

export const storageAccountNames = azureForms.storageAccount.fix;
export const isStorageAccountName = (name: string): boolean => azureForms.storageAccount.form.test(name);

/** https://learn.microsoft.com/azure/storage/blobs/immutable-time-based-retention-policy-overview; read 2026-11-21. */
export const immutableDays = 'use 1 to 146000 days';
export const areImmutableDays = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= 146_000;

/** https://learn.microsoft.com/azure/event-hubs/event-hubs-ip-filtering: IPv4, alone or in CIDR notation. */
export const ipMasks =
  'write an IPv4 address or a range of them, such as 203.0.113.7 or 203.0.113.0/24, with no bit set that the range leaves open';
export function isIpMask(mask: string): boolean {
  const [, address = '', length = '32'] = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\/([1-9]|[12]\d|3[0-2]))?$/.exec(mask) ?? [];
  const octets = address.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => octet > 255)) return false;
  const bits = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return bits % 2 ** (32 - Number(length)) === 0;
}

/** A key of a Key Vault by its address: `https://VAULT.vault.azure.net/keys/NAME`. A managed HSM has roles of its own, on itself. */
export function keyVaultKey(address: string): { readonly vault: string; readonly key: string } | undefined {
  const [, vault, key] = /^https:\/\/([A-Za-z0-9-]+)\.vault\.azure\.net\/keys\/([A-Za-z0-9-]+)/.exec(address) ?? [];
  return vault && key ? { vault, key } : undefined;
}

/** A key of a managed HSM by its address. One that is neither this nor of a vault is no address (KFK-K216). */
export const isManagedHsmKey = (address: string): boolean =>
  /^https:\/\/[A-Za-z0-9-]+\.managedhsm\.azure\.net\/keys\//.test(address);

/** What the link of a virtual network to a zone is called, 80 characters at most: by its name, of which every resource group may have one. */
export function networkLinkName(virtualNetworkId: string): string {
  const network = virtualNetworkId.split('/').at(-1) ?? '';
  const id = createHash('sha256').update(virtualNetworkId.toLowerCase()).digest('hex');
  return `${network.replace(/[^A-Za-z0-9_-]/g, '-')}-${id.slice(0, 8)}`;
}

/**
 * What the private endpoint of a second region is called, 64 characters at most: of a long namespace its beginning.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork
 */
export function secondEndpointName(namespace: string, location: string): string {
  const name = `${namespace}-${location}`;
  if (name.length <= 64) return name;
  const id = createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 8);
  return `${namespace.slice(0, 64 - id.length - location.length - 2)}-${id}-${location}`;
}
